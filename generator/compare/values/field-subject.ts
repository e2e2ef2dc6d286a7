const isIdentifier = /^[A-Za-z_$][\w$]*$/;

/** fieldSubject("Pet", "a b") ~> `Pet["a b"]` */
export const fieldSubject = (owner: string, name: string): string => (isIdentifier.test(name) ? `${owner}.${name}` : `${owner}[${JSON.stringify(name)}]`);
