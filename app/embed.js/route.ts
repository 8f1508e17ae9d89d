export { handle as GET, handle as HEAD, handle as POST } from "../widget/[programId]/handle";
