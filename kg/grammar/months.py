"""The months, as Dutch prints them."""

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

A_MONTH = f"(?:{'|'.join(MONTHS)})"
