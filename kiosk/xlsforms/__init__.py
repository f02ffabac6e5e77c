"""XLSForms, the spreadsheets that surveys are exchanged in, become content packs; what cannot is named."""
