"""What pages show, decided."""
