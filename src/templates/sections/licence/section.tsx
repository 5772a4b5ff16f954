import { Text, View } from '@tarojs/components'
import { SectionTitle } from '../../goods/section-title'
import { SectionPhoto } from '../../parts/section-photo'
import { SectionPlaceholder } from '../../parts/section-placeholder'
import type { SectionProps } from '../../section'
import type { LicenceSettings } from './settings'
import { licenceWords as words } from './words'
import './section.scss'

/** A shop's licence, or why it needs none; buyers see nothing until the owner has filled it in. */
export function Licence({ settings, shop, context }: SectionProps<LicenceSettings>) {
  const { basis, holder, number, photos } = settings
  const title = settings.title || words.title
  if (basis === 'none')
    return <SectionPlaceholder context={context} icon="order" title={title} words={words.unfilled} />
  const isLicensed = basis === 'licensed'
  return (
    <View className="look__section look__section--half licence">
      <View className="licence__paper">
        <SectionTitle>{title}</SectionTitle>
        <Text className="licence__line">{words.basis[basis]}</Text>
        {holder && <Text className="licence__line">{words.holder(holder)}</Text>}
        {isLicensed && number && <Text className="licence__line">{words.number(number)}</Text>}
        {isLicensed &&
          photos.map((photo) => (
            <SectionPhoto
              key={photo.id}
              photo={photo}
              shop={shop}
              context={context}
              className="licence__photo"
              ratio={0.7}
              wide
            />
          ))}
      </View>
    </View>
  )
}
