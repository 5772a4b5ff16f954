import { Text, View } from '@tarojs/components'
import { heading } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import { Picture } from '@/ui/picture/picture'
import type { SectionProps } from '../../section'
import { HeadScene } from './head-scene'
import { photosOfGoods, sceneOf, sentenceOf } from './scene'
import type { ShopHeadSettings } from './settings'
import { shopHeadWords as words } from './words'
import './section.scss'
import './head-forms.scss'
import './head-word-forms.scss'
import './head-forms-wide.scss'

type HeadProps = SectionProps<ShopHeadSettings>

/** The number of characters that are set in large type, and that stand above one another in an almanac. */
const SHORT_SENTENCE = 24
const UPRIGHT_NAME = 8

/** The shop's name and place, with its logo and photos in the form of the settings. */
export function ShopHead(props: HeadProps) {
  const { settings, shop, products, today, context } = props
  const { form, pattern } = settings
  const scene = sceneOf(form, shop, products)
  const isBare = scene?.length === 0 ? `shop-head--bare-${form}` : ''
  const sentence = form === 'sentence' || form === 'almanac' ? sentenceOf(shop, products) : ''
  const lengths = [
    sentence && 'shop-head--said',
    sentence.length > SHORT_SENTENCE && 'shop-head--long-sentence',
    form === 'almanac' && shop.name.length > UPRIGHT_NAME && 'shop-head--long-name',
  ]
  const classes = ['look__section shop-head', `shop-head--${form} shop-head--${pattern}`, isBare, ...lengths]
  return (
    <View className={classes.filter(Boolean).join(' ')}>
      <View className="shop-head__inner">
        {scene && (
          <HeadScene
            photos={scene}
            isFlat={form === 'banner' || form === 'stall'}
            context={context}
            trade={shop.trade}
          />
        )}
        {form === 'almanac' && (
          <View className="shop-head__term">
            <Text>{words.term(today)}</Text>
            <Text className="shop-head__date">{words.date(today)}</Text>
          </View>
        )}
        <View className="shop-head__plate">
          {form !== 'sign' && <HeadMark {...props} isSeal={scene !== undefined} />}
          <View className="shop-head__words">
            <View className="shop-head__name" {...(context.isInert ? {} : heading(1))}>
              <Text>{shop.name}</Text>
            </View>
            {shop.place && form !== 'almanac' && (
              <View className="shop-head__place">
                <Icon name="location" size={18} />
                <Text className="shop-head__place-words">{shop.place}</Text>
              </View>
            )}
          </View>
        </View>
      </View>
      {sentence && <Text className="shop-head__sentence">{sentence}</Text>}
    </View>
  )
}

/** The logo of a shop; without one the first character of its name as a seal, or the photo of its first product. */
function HeadMark({ settings, shop, products, context, isSeal }: HeadProps & { isSeal: boolean }) {
  const [photo] = photosOfGoods(products)
  const { logo, banner } = shop
  const large = settings.form === 'photo'
  if (isSeal && !logo)
    return (
      <View className="shop-head__picture shop-head__picture--seal">
        <Text>{[...shop.name][0]}</Text>
      </View>
    )
  const goodsUrl = photo && context.photoUrl(photo, large ? 750 : 375)
  const bannerUrl = banner && context.cropUrl(banner, 'head')
  const logoUrl = logo && context.cropUrl(logo, 'logo')
  return (
    <View className="shop-head__picture">
      <Picture
        src={(large ? bannerUrl : logoUrl) ?? goodsUrl}
        art={shop.trade}
        alt=""
        ratio={large ? 0.62 : 1}
      />
    </View>
  )
}
