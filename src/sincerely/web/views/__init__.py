"""What the pages show: plain values for the templates, made from processes and findings. One module an area."""
