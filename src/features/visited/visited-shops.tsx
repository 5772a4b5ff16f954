import { Text, View } from '@tarojs/components'
import { photoPath } from '@/domain/photo'
import { visitedWords } from '@/locales/storefront/visited'
import { pressable } from '@/platform/a11y/aria'
import { assetUrl } from '@/platform/media/assets'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Picture } from '@/ui/picture/picture'
import { Heading } from '@/ui/text/heading'
import { useVisits } from './visited-store'
import './visited-shops.scss'

/** Lists the shops opened on this phone, latest first, without the owner's; renders nothing while there are none. */
export function VisitedShops({ ownSlugs }: { ownSlugs: readonly string[] }) {
  const visits = useVisits((state) => state.visits).filter(({ slug }) => !ownSlugs.includes(slug))
  if (visits.length === 0) return null
  return (
    <View>
      <Heading className="visited-shops__title">{visitedWords.title}</Heading>
      <View className="visited-shops__grid">
        {visits.map(({ slug, name, trade, photo }) => (
          <View
            key={slug}
            className="visited-shops__shop"
            {...pressable(name, () => go(urlOf('shop', { slug })), { role: 'link' })}
          >
            <Picture src={photo && assetUrl(photoPath(photo, 375))} art={trade} alt="" ratio={0.75} lazy />
            <Text className="visited-shops__name">{name}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
