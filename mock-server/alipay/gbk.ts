let bytesByCharacter: Map<string, readonly number[]> | undefined

/** The two bytes of every character of GBK, from the decoder of the platform, which has no encoder. */
function readCharacters(): Map<string, readonly number[]> {
  const characters = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd' && !characters.has(character))
        characters.set(character, [lead, trail])
    }
  return characters
}

/** Encodes a text as GBK; characters that it does not have become `?`. */
export function toGbk(text: string): Uint8Array {
  bytesByCharacter ??= readCharacters()
  const characters = bytesByCharacter
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0
      return code < 0x80 ? [code] : (characters.get(character) ?? [0x3f])
    }),
  )
}
