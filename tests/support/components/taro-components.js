// Loads Taro's HTML components one by one, because their index imports itself under CommonJS.
const part = (name) => require(`@tarojs/components-react/dist/components/${name}/index.js`).default

module.exports = {
  View: part('view'),
  Text: part('text'),
  Image: part('image'),
  Input: part('input'),
  Button: part('button'),
  ScrollView: part('scroll-view'),
  Picker: part('picker'),
  Canvas: 'canvas',
  Textarea: 'textarea',
}
