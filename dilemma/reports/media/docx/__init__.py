"""Reports as Word documents (docx), by python-docx."""
