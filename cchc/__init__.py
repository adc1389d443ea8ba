"""Administrative-reform plans as YAML under git: checked, due dates counted, appendix printed."""

__version__ = "0.1.0"
