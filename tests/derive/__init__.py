"""What the accounts add up to: origins, figures, disagreements, towns."""
