/** A small API with one list, one filter and one rule. */
export const books = `openapi: 3.1.0
info: { title: Books, version: 1.0.0 }
x-filter-dialect: django
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: title, in: query, x-filter: { operators: [icontains, in] }, schema: { type: string } }
      responses:
        "200":
          description: the books
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Book" } }
components:
  schemas:
    Book:
      type: object
      properties:
        isbn: { type: string }
        title: { type: string }
      anyOf:
        - required: [isbn]
        - required: [title]
    Shelf:
      type: object
      properties:
        place: { type: string }
`;

/** The same without one of its schemas. */
export const withoutShelf = books.slice(0, books.indexOf("    Shelf:"));

export const films = books.replaceAll("Book", "Film").replaceAll("book", "film");

/** Two errors, in lines 9 and 15. */
export const broken = books.replace("icontains", "icontain").replace("schemas/Book", "schemas/Bock");

/** A warning and no error: a format that nothing can check. */
export const doubtful = books.replace("place: { type: string }", "place: { type: string, format: shelfmark }");
