"""One module an area of pages, each with ``routes(app, pages)``; `sincerely.web.app` lists them."""
