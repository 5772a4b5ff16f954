import { listedWords, type WordTopic } from './words'

/** Words of an operator, beside those of the program. */
export interface OwnWords {
  risky: readonly string[]
  doubtful: readonly string[]
}

export interface WordVerdict {
  verdict: 'risky' | 'review'
  /** The topic of the word; `own` for a word of the operator. */
  label: WordTopic | 'own'
}

/** Returns a text as words are compared: half-width, in lower case, without spaces, signs and invisible characters. */
const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Creates a check of texts by lists of words; it returns `undefined` for a text without any of them. */
export function createWordList(own?: OwnWords): (text: string) => WordVerdict | undefined {
  const lists = [...Object.entries(listedWords), ...(own ? [['own', own] as const] : [])]
  const wordsOf = (kind: 'risky' | 'doubtful') =>
    lists.flatMap(([label, words]) =>
      words[kind].map((word) => ({ label: label as WordVerdict['label'], word: normalize(word) })),
    )
  const [risky, doubtful] = [wordsOf('risky'), wordsOf('doubtful')]
  return (text) => {
    const plain = normalize(text)
    const found = (words: typeof risky) => words.find(({ word }) => plain.includes(word))?.label
    const riskyLabel = found(risky)
    if (riskyLabel) return { verdict: 'risky', label: riskyLabel }
    const doubtfulLabel = found(doubtful)
    return doubtfulLabel && { verdict: 'review', label: doubtfulLabel }
  }
}
