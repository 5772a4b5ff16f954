// Taro's HTML components one by one, as the H5 site uses them: their index needs a browser. The server's bundle and the
// tests read `@tarojs/components` as this file, so that a first screen has the very markup that Taro will have.
export { default as Image } from '@tarojs/components-react/dist/components/image/index.js'
export { default as Text } from '@tarojs/components-react/dist/components/text/index.js'
export { default as View } from '@tarojs/components-react/dist/components/view/index.js'
