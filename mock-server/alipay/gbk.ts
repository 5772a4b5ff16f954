let bytesBySign: Map<string, readonly number[]> | undefined

/** The two bytes of every sign of GBK, from the decoder of the platform, which has no encoder. */
function readSigns(): Map<string, readonly number[]> {
  const signs = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if (sign.length === 1 && sign !== '\ufffd' && !signs.has(sign)) signs.set(sign, [lead, trail])
    }
  return signs
}

/** Encodes a text as GBK; signs that it does not have become `?`. */
export function toGbk(text: string): Uint8Array {
  bytesBySign ??= readSigns()
  const signs = bytesBySign
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.codePointAt(0) ?? 0
      return code < 0x80 ? [code] : (signs.get(sign) ?? [0x3f])
    }),
  )
}
