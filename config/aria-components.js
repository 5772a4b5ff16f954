// What WeChat reads aloud. Taro's templates leave these attributes out, so both its template builder and its runtime are
// told of them, from this one list. ES5: the runtime part reaches phones.
var read = { 'aria-label': '', 'aria-role': '' }

module.exports = { View: read, Text: read, Image: read, Input: read, Textarea: read, Button: read }
