"""How accounts are found and signed in to: settings, secrets, OAuth."""
