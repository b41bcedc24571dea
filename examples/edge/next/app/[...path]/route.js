// Every other address.

import { notFound } from "../../../token.js";

export { notFound as GET, notFound as POST };
