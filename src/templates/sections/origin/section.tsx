import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '@/ui/icon/icon'
import { SectionTitle } from '../../goods/section-title'
import { SectionPhoto } from '../../parts/section-photo'
import { SectionPlaceholder } from '../../parts/section-placeholder'
import type { SectionProps } from '../../section'
import type { OriginSettings } from './settings'
import { originWords as words } from './words'
import './section.scss'

const fact = (icon: IconName, words: string) =>
  words && (
    <View className="origin__fact">
      <Icon name={icon} size={22} />
      <Text className="origin__fact-words">{words}</Text>
    </View>
  )

/** The village over drawn hills or a photo, with the season and a text. */
export function Origin({ settings, shop, context }: SectionProps<OriginSettings>) {
  const { season, photos } = settings
  const title = settings.title || words.title
  const village = settings.village || shop.place || ''
  const [photo] = photos
  if (!village && !season && !settings.words && !photo)
    return <SectionPlaceholder context={context} icon="location" title={title} words={words.unfilled} />
  return (
    <View className="look__section origin">
      <View className="origin__paper">
        {photo ? (
          <SectionPhoto
            photo={photo}
            shop={shop}
            context={context}
            className="origin__map"
            ratio={0.5}
            wide
          />
        ) : (
          <View className="origin__map origin__map--drawn" />
        )}
        <View className="origin__words">
          <SectionTitle>{title}</SectionTitle>
          {fact('location', village)}
          {fact('calendar', season && words.season(season))}
          {settings.words && <Text className="origin__text">{settings.words}</Text>}
        </View>
      </View>
    </View>
  )
}
