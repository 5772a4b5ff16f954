import { Text, View } from '@tarojs/components'
import { voicePath } from '@/domain/voice'
import { assetUrl } from '@/platform/media/assets'
import { SectionTitle } from '../../goods/section-title'
import { SectionPhoto } from '../../parts/section-photo'
import { SectionPlaceholder } from '../../parts/section-placeholder'
import type { SectionProps } from '../../section'
import type { StorySettings } from './settings'
import { VoicePlayer } from './voice-player'
import { storyWords as words } from './words'
import './section.scss'

/** A shop's story with a spoken greeting: a letter on lined paper with photos below, or a page that starts with its photo. */
export function Story({ settings, shop, context }: SectionProps<StorySettings>) {
  const { text, photos, voice, form } = settings
  const title = settings.title || words.title
  if (!text && !voice && photos.length === 0)
    return <SectionPlaceholder context={context} icon="edit" title={title} words={words.unfilled} />
  const frames = photos.map((photo) => (
    <SectionPhoto
      key={photo.id}
      photo={photo}
      shop={shop}
      context={context}
      className="story__photo"
      ratio={form === 'page' ? 0.62 : 1}
      wide={form === 'page'}
    />
  ))
  const further = form === 'page' ? frames.slice(1) : frames
  return (
    <View className={`look__section story story--${form}`}>
      <View className="story__paper">
        {form === 'page' && frames.slice(0, 1)}
        <View className="story__words">
          <SectionTitle>{title}</SectionTitle>
          {text && <Text className="story__text">{text}</Text>}
          {voice && !context.isViewOnly && (
            <VoicePlayer
              url={assetUrl(voicePath(voice.hash))}
              path={voicePath(voice.hash)}
              ms={voice.ms}
              isInert={context.isInert}
            />
          )}
        </View>
        {further.length > 0 && <View className="story__photos">{further}</View>}
      </View>
    </View>
  )
}
