"""Words that several reports share: names, figures, reasons, caveats, commands."""
