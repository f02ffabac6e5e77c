"""Every message between a kiosk and the ministry: batches, signatures, receipts and the catalogue of problems."""
