import { voicePath } from '@/domain/voice'

/** The file name of a stored voice. */
export const voiceFileName = (hash: string): string => voicePath(hash).slice('/voices/'.length)
