import { MAX_VOICE_BYTES, MAX_VOICE_MS, type Voice } from '@/domain/voice'
import { SetupError } from '../../settings'
import { readMp3 } from '../voices/mp3'
import { voiceHash } from '../voices/store-voice'
import { voiceFile } from '../voices/voice-file'
import { VOICES_FOLDER } from './export-files'

/** Whether these bytes are the voice, as this server keeps it: its frames and nothing else, of its length and name. */
function isOurs({ hash, ms }: Voice, bytes: Buffer): boolean {
  const sound = bytes.length > MAX_VOICE_BYTES ? undefined : readMp3(bytes)
  return (
    sound?.bytes.equals(bytes) === true && voiceHash(sound) === hash && sound.ms === ms && ms <= MAX_VOICE_MS
  )
}

/** The files of these voices, each of them checked. */
export const checkedVoices = (
  files: ReadonlyMap<string, Uint8Array>,
  voices: readonly Voice[],
): Map<string, Uint8Array> =>
  new Map(
    voices.map((voice) => {
      const name = voiceFile(voice.hash)
      const bytes = files.get(VOICES_FOLDER + name)
      if (!bytes) throw new SetupError(`${VOICES_FOLDER}${name} is missing.`)
      if (!isOurs(voice, Buffer.from(bytes)))
        throw new SetupError(`${VOICES_FOLDER}${name} is not the voice of an exported shop.`)
      return [name, bytes]
    }),
  )
