import { Text, View } from '@tarojs/components'
import { voiceWords as words } from '@/locales/zh-CN/voice'
import { aria } from '@/platform/a11y/aria'
import { pressable } from '@/platform/a11y/pressable'
import { useSound } from '@/platform/audio/use-sound'
import './voice-player.scss'

interface VoicePlayerProps {
  url: string
  /** How long it is; it is known before anything is loaded. */
  ms: number
  /** Where the server has it: told to pages that play it without a script. */
  path?: string
  /** Nothing reacts. */
  still?: boolean
}

/** A spoken greeting: one large row that plays it, and shows how far it is. */
export function VoicePlayer({ url, path, ms, still = false }: VoicePlayerProps) {
  const { state, at, toggle } = useSound(url)
  const on = state === 'playing' || state === 'loading'
  const label = on ? words.stop : words.listen
  const part = Math.min(1, (at * 1000) / ms)
  return (
    <View className="voice-player">
      <View
        className="voice-player__row"
        data-voice={path}
        {...(still ? {} : pressable(`${label}，${words.seconds(ms)}`, toggle))}
      >
        <View className={`voice-player__sign voice-player__sign--${on ? 'pause' : 'play'}`} />
        <View className="voice-player__words">
          <View className="voice-player__line">
            <View className="voice-player__parts">
              <Text className="voice-player__part">{label}</Text>
              <Text className="voice-player__part">{words.seconds(ms)}</Text>
            </View>
          </View>
          <View className="voice-player__way">
            <View className="voice-player__gone" style={{ width: `${part * 100}%` }} />
          </View>
        </View>
      </View>
      {state === 'failed' && (
        <Text className="voice-player__fault" {...aria({ role: 'alert' })}>
          {words.failed}
        </Text>
      )}
    </View>
  )
}
