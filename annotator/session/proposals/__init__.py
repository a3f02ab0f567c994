"""What is proposed: made, laid over letters, decided on."""
