"""The endpoints, one module per job."""
