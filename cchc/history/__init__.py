"""What git keeps of a workspace: its files at a revision, the tags of what was signed; the only caller of git."""

from cchc.history.between import Commit, commits_between, is_sparse, merge_base
from cchc.history.revisions import RevisionReader, at_revision
from cchc.history.tags import IssueTags

__all__ = ["Commit", "IssueTags", "RevisionReader", "at_revision", "commits_between", "is_sparse", "merge_base"]
