import { Text, View } from '@tarojs/components'
import { speechWords as words } from '@/locales/speech'
import { pressable } from '@/platform/a11y/aria'
import { useSpeech } from '@/platform/audio/use-speech'
import { Icon } from '@/ui/icon/icon'
import './speaker.scss'

interface SpeakerProps {
  text: string
  /** Speaks at once for those who had the text before it spoken. */
  isPrompt?: boolean
}

/** A toggle button that speaks a text; renders nothing without speech synthesis. */
export function Speaker({ text, isPrompt }: SpeakerProps) {
  const { isAvailable, speaking, toggle } = useSpeech(text, isPrompt)
  if (!isAvailable) return null
  return (
    <View
      className={`speaker ${speaking ? 'speaker--on' : ''}`}
      {...pressable(speaking ? words.stopLabel : words.listenLabel, toggle)}
    >
      <Icon name={speaking ? 'silent' : 'speaker'} size={22} />
      <Text>{speaking ? words.stop : words.listen}</Text>
    </View>
  )
}
