type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'name' | 'default'>

/** Voices for fun that Apple ships in every language; a shop is not opened by a robot. */
const NOVELTY = /\b(Eddy|Flo|Grandma|Grandpa|Reed|Rocko|Sandy|Shelley)\b/

/** `zh-CN`, `zh_CN`, `cmn-Hans-CN`, plain `zh` are the mainland's; Cantonese is another language. */
function likeness(lang: string): number {
  const parts = lang.toLowerCase().split(/[-_]/)
  if (parts[0] !== 'zh' && parts[0] !== 'cmn') return 0
  if (parts.some((part) => part === 'hk' || part === 'mo' || part === 'yue')) return 0
  return parts.includes('tw') || parts.includes('hant') ? 1 : 2
}

/** Mainland Mandarin before Taiwan's, a voice of people before one for fun, one in the phone before one in the network. */
const rank = (voice: Voice): number =>
  likeness(voice.lang) * 8 +
  (NOVELTY.test(voice.name) ? 0 : 4) +
  (voice.localService ? 2 : 0) +
  (voice.default ? 1 : 0)

/** The voices that speak Mandarin, the best first. */
export const chineseVoices = <T extends Voice>(voices: readonly T[]): T[] =>
  voices.filter((voice) => likeness(voice.lang) > 0).sort((one, other) => rank(other) - rank(one))
