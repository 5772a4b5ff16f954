/** Replaces axios' serializer of queries, which also serializes forms: here values are texts, numbers and truth values. */
export default class Query {
  constructor(params) {
    this.params = params
  }

  toString(encode) {
    return Object.entries(this.params)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .join('&')
  }
}
