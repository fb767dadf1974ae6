"""What a survey reads, and the tables it writes."""
