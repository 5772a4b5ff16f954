import { voicePath } from '@/domain/voice'

export const voiceFileName = (hash: string): string => voicePath(hash).slice('/voices/'.length)
