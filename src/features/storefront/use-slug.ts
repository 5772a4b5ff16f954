import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { carried } from '@/platform/carried'
import { pathSlug } from '@/platform/path-slug'

/** The slug of the shop this page is about, from its parameters or from its address; an app of one shop knows it. */
export function useSlug(): string | undefined {
  const { params } = useRouter()
  const [inPath] = useState(pathSlug)
  return carried()?.slug ?? params.slug ?? inPath
}
