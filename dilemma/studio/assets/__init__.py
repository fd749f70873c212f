"""What the studio’s site is made of besides Python: its page, styles and scripts."""
