"""The staff's side: accounts, signing in, who may do what, the inbox, a proposal's page, moderation and devices."""
