type Answer = { status: number; headers: Headers; text: string }

/** What of an answer an OpenAPI document does not document; see contract.mjs. */
export function createContract(document: object): (method: string, path: string, answer: Answer) => string[]
