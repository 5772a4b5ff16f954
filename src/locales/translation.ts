/** The shape of texts in another language: the same keys and parameters, any text. */
export type Translated<Source> = Source extends string
  ? string
  : Source extends (...given: infer Given) => infer Text
    ? (...given: Given) => Translated<Text>
    : { [Key in keyof Source]: Translated<Source[Key]> }

let translation: object = {}
let isLoaded = false

/**
 * Sets the texts of another language, by the names of the exports of the `zh-CN` modules.
 * @throws if a text has been loaded: constants computed from it would stay in the old language
 */
export function setTranslation(texts: object): void {
  if (isLoaded) throw new Error('The language must be set before any text is loaded')
  translation = texts
}

/** An exported text of a `zh-CN` module in the language that was set; the generated modules beside `zh-CN` call it. */
export function translated<Source>(name: string, source: Source): Source {
  isLoaded = true
  return Object.hasOwn(translation, name) ? Reflect.get(translation, name) : source
}
