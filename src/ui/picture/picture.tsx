import { Image, Text, View } from '@tarojs/components'
import { useContext, useEffect, useState } from 'react'
import { goodsDrawing } from '@/domain/look/goods-drawing'
import type { Trade } from '@/domain/shop/trade'
import { pictureWords } from '@/locales/product/picture'
import { aria } from '@/platform/a11y/aria'
import { embeddedPicture, imageProps } from '@/platform/media/assets'
import { network } from '@/platform/network/network'
import { artUri } from '@/ui/art/art'
import { useFittedPhoto } from './fitted-photo'
import { SharedArt } from './shared-art'
import './picture.scss'

export interface PictureProps {
  src?: string | undefined
  /** The trade whose drawing is shown if there is no picture or it fails to load. */
  art: Trade
  /** The name of the shown goods: then only a drawing of such goods is used. */
  goods?: string
  /** Alternative text; empty for a decorative picture. */
  alt: string
  /** Height divided by width. Default: the theme's ratio. */
  ratio?: number
  rounded?: boolean
  lazy?: boolean
  /** A photo much taller or wider than the frame is shown whole, over its own blurred copy. */
  fits?: boolean
}

/** A picture with reserved space; falls back to a drawing, and retries when the network returns. */
export function Picture(props: PictureProps) {
  const { src, art, goods, alt, ratio, rounded = false, lazy = false, fits = false } = props
  const [failed, setFailed] = useState<string>()
  const drawing = goods === undefined ? art : goodsDrawing(goods)
  const shared = useContext(SharedArt) === drawing
  const photo = src !== failed ? src : undefined
  const embedded = embeddedPicture(src)
  const { isFitted, measure } = useFittedPhoto(photo, ratio)
  const bare = !photo && !embedded && !drawing
  useEffect(() => {
    if (failed === undefined) return
    return network.onChange((online) => online && setFailed(undefined))
  }, [failed])
  return (
    <View
      className={`picture ${rounded ? 'picture--rounded' : ''}`}
      {...(ratio === undefined ? {} : { style: { paddingTop: `${ratio * 100}%` } })}
      {...aria(alt ? { role: 'img', label: alt } : { hidden: true })}
    >
      {embedded && !isFitted && (
        <Image className="picture__image" mode="aspectFill" src={embedded} {...imageProps('', false)} />
      )}
      {!photo && !embedded && shared && <View className="picture__art" />}
      {bare && <View className="picture__none">{!src && <Text>{pictureWords.none}</Text>}</View>}
      {isFitted && photo && (
        <Image
          className="picture__image picture__image--blurred"
          mode="aspectFill"
          src={photo}
          {...imageProps('', lazy)}
        />
      )}
      {(photo || (drawing && !embedded && !shared)) && (
        <Image
          className="picture__image"
          mode={isFitted ? 'aspectFit' : 'aspectFill'}
          src={photo || artUri(drawing ?? art)}
          onError={() => src && setFailed(src)}
          {...(fits && photo ? { onLoad: measure } : {})}
          {...imageProps(alt, lazy)}
        />
      )}
    </View>
  )
}
