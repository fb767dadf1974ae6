"""How the weights of the judges are made and measured; nothing here is installed with doclint."""
