import { voicePath } from '@/domain/voice'

/** What a stored voice's file is called. */
export const voiceFile = (hash: string): string => voicePath(hash).slice('/voices/'.length)
