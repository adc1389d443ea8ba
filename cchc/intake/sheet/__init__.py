"""A workbook as tables, a sheet each: values as Excel last showed them."""
