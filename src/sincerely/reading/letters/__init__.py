"""A mail's bytes made into text: headers, body, reply, quote, signature, sentences; documents likewise."""
