"""Small widgets and painters that the views share."""
