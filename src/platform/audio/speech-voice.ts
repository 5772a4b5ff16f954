type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'name' | 'default'>

/** Novelty voices that Apple ships in every language. */
const NOVELTY = /\b(Eddy|Flo|Grandma|Grandpa|Reed|Rocko|Sandy|Shelley)\b/

/** 2 for Mandarin of the mainland (`zh-CN`, `zh_CN`, `cmn-Hans-CN`, `zh`), 1 for Taiwan's, 0 for Cantonese and others. */
function languageMatch(lang: string): number {
  const parts = lang.toLowerCase().split(/[-_]/)
  if (parts[0] !== 'zh' && parts[0] !== 'cmn') return 0
  if (parts.some((part) => part === 'hk' || part === 'mo' || part === 'yue')) return 0
  return parts.includes('tw') || parts.includes('hant') ? 1 : 2
}

/** Prefers mainland Mandarin, then regular voices to novelty ones, then local voices to network ones. */
const rank = (voice: Voice): number =>
  languageMatch(voice.lang) * 8 +
  (NOVELTY.test(voice.name) ? 0 : 4) +
  (voice.localService ? 2 : 0) +
  (voice.default ? 1 : 0)

/** The Mandarin voices, the best first. */
export const chineseVoices = <T extends Voice>(voices: readonly T[]): T[] =>
  voices.filter((voice) => languageMatch(voice.lang) > 0).sort((one, other) => rank(other) - rank(one))
