import { useState } from 'react'
import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'
import { usePageParams } from '@/platform/navigation/page-params'
import { pathSlug } from '@/platform/navigation/url'

/** The slug of the shop this page is about, from its parameters or from its address; an app of one shop knows it. */
export function useSlug(): string | undefined {
  const { slug } = usePageParams()
  const [inPath] = useState(pathSlug)
  return embeddedShop()?.slug ?? slug ?? inPath
}
