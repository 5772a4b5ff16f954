const [JPEG, APP1, SCAN, EXIF, LITTLE, ORIENTATION] = [0xffd8, 0xffe1, 0xffda, 0x45786966, 0x4949, 0x0112]

/**
 * The Exif orientation in a JPEG's first bytes, 1 (upright) to 8; 1 if there is none. Source: Exif 2.32, 4.6.4, tag 274.
 */
export function readOrientation(bytes: ArrayBuffer): number {
  const view = new DataView(bytes)
  try {
    if (view.getUint16(0) !== JPEG) return 1
    for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint16(at)
      if (marker === APP1 && view.getUint32(at + 4) === EXIF) return orientationTag(view, at + 10)
      if (marker === SCAN || marker < 0xff00) return 1
    }
  } catch {
    // truncated data
    return 1
  }
}

/** The orientation tag in the first directory of a TIFF header. */
function orientationTag(view: DataView, start: number): number {
  const little = view.getUint16(start) === LITTLE
  const directory = start + view.getUint32(start + 4, little)
  const count = view.getUint16(directory, little)
  for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
    if (view.getUint16(entry, little) !== ORIENTATION) continue
    const found = view.getUint16(entry + 8, little)
    return found >= 1 && found <= 8 ? found : 1
  }
  return 1
}

export type Turn = [a: number, b: number, c: number, d: number, e: number, f: number]

/** The canvas transform that draws a picture of this width and height upright. */
export function orientationTransform(orientation: number, width: number, height: number): Turn {
  const turns: Record<number, Turn> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  }
  return turns[orientation] ?? [1, 0, 0, 1, 0, 0]
}

/** True if width and height are swapped when drawn upright. */
export const isSideways = (orientation: number): boolean => orientation > 4
