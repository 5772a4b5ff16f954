// Replaces `query-string` in Taro's router, which only parses queries. Repeated names give arrays, names without `=` null.
const decoded = (text) => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    return text
  }
}

export default {
  parse(query, { decode = true } = {}) {
    const read = decode ? decoded : (text) => text
    const values = Object.create(null)
    for (const part of query
      .trim()
      .replace(/^[?#&]/, '')
      .split('&')) {
      if (!part) continue
      const at = part.indexOf('=')
      const name = read(at < 0 ? part : part.slice(0, at))
      const value = at < 0 ? null : read(part.slice(at + 1))
      values[name] = name in values ? [].concat(values[name], value) : value
    }
    return values
  },
}
