import { bundle, script } from './_bundle';

export const GET = async () => script(await bundle('src/figure/client/moved.ts'));
