/** The folder an editor touches, from the root of the project: what CONTENT names, else `content`. */
export const CONTENT = (process.env['CONTENT'] || 'content').replaceAll('\\', '/').replace(/\/+$/, '');
