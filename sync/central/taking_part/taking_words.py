"""The words of taking part from home."""

from collections.abc import Mapping
from types import MappingProxyType

_Four = tuple[str, str, str, str]

# In Korean, English, Japanese and Chinese.
TAKING_WORDS: Mapping[str, _Four] = MappingProxyType(
    {
        "list_lead": (
            "로비에 오지 않아도 키오스크와 똑같은 질문에 답할 수 있어요. 로그인도 이름도 필요 없어요.",
            "The same questions as in the lobby, from wherever you are. No account and no name needed.",
            "ロビーに来なくても、キオスクと同じ質問に答えられます。ログインも名前も不要です。",
            "不必前来大厅，也能回答与自助终端相同的问题。无需登录，也无需姓名。",
        ),
        "open_now": ("지금 참여할 수 있어요", "Open now", "参加できる活動", "正在进行"),
        "opening_soon": ("곧 열려요", "Opening soon", "まもなく始まる活動", "即将开始"),
        "closed_ones": ("마감된 활동", "Closed", "締め切られた活動", "已截止"),
        "none_open": (
            "지금은 열려 있는 활동이 없어요. 새 활동이 열리면 이곳에 나와요.",
            "Nothing is open just now. New activities appear here.",
            "現在参加できる活動はありません。新しい活動はここに表示されます。",
            "目前没有开放的活动。新的活动会在此显示。",
        ),
        "minutes": ("약 {n}분", "About {n} min", "約{n}分", "约{n}分钟"),
        "half_minute": ("30초쯤", "About 30 seconds", "30秒ほど", "约30秒"),
        "open_until": ("{day}까지", "Until {day}", "{day}まで", "截至{day}"),
        "always_open": ("언제나 열려 있어요", "Open at all times", "いつでも参加できます", "随时开放"),
        "opens_on": ("{day}에 열려요", "Opens on {day}", "{day}に始まります", "{day}开始"),
        "closed_on": ("{day}에 마감됐어요", "Closed on {day}", "{day}に締め切りました", "已于{day}截止"),
        "result_on": (
            "결과는 {day}에 알려 드려요",
            "Result on {day}",
            "結果は{day}にお知らせします",
            "结果将于{day}公布",
        ),
        "see_results": ("결과 보기", "See the results", "結果を見る", "查看结果"),
        "begin": ("시작하기", "Begin", "始める", "开始"),
        "begin_again": ("한 번 더 참여하기", "Take part once more", "もう一度参加する", "再参与一次"),
        "rules": ("공모 규칙", "Rules", "応募の決まり", "征集规则"),
        "programme": ("일정", "Programme", "プログラム", "日程"),
        "how_it_works": ("이렇게 다뤄요", "How it is handled", "取り扱いについて", "处理方式"),
        "handled_anonymous": (
            "이름을 묻지 않아요. 제출하시기 전에는 세지도 읽지도 않아요.",
            "Your name is not asked. Nothing is counted or read before you send it.",
            "お名前は伺いません。提出前の内容を数えたり読んだりすることはありません。",
            "不询问姓名。提交之前，内容不会被统计或查看。",
        ),
        "handled_draft": (
            "쓰던 내용은 하루 동안만, 이 브라우저로만 열 수 있게 잠가 두어요. 그 열쇠로 쿠키 하나를 써요.",
            "What you have begun is kept for one day, locked so that only this browser opens it. "
            "One cookie is the key.",
            "入力途中の内容は1日だけ、このブラウザーでしか開けないように保護します。鍵としてCookieを1つ使います。",
            "未完成的内容只保留一天，并加锁为仅此浏览器可打开，所用的钥匙是一个Cookie。",
        ),
        "handled_sample": (
            "누구나 여러 번 참여할 수 있어서, 결과는 국민 전체를 대표하는 표본이 아니라고 함께 밝혀요.",
            "Anybody may take part, more than once too, so the results always say that they are not a sample.",
            "どなたでも何度でも参加できるため、結果には標本調査ではないことを必ず記します。",
            "任何人都可以多次参与，因此结果会同时说明这并非抽样调查。",
        ),
        "resume_lead": (
            "쓰시던 내용이 그대로 있어요. 아직 제출되지 않았어요.",
            "What you had begun is still here. It has not been sent yet.",
            "入力途中の内容が残っています。まだ提出されていません。",
            "您未完成的内容仍在，尚未提交。",
        ),
        "resume": ("이어서 하기", "Go on", "続ける", "继续"),
        "already": (
            "방금 이 활동에 참여하셨어요. 다시 참여하시면 한 번 더 세어져요.",
            "You have just taken part in this. Taking part again counts once more.",
            "この活動に先ほど参加されました。もう一度参加すると、もう1件として数えられます。",
            "您刚刚参与过此活动。再次参与会再计一次。",
        ),
        "see_sent": ("보낸 것 확인하기", "See what you sent", "送った内容の受付を見る", "查看提交情况"),
        "lost": (
            "쓰시던 내용을 찾지 못했어요. 하루가 지났거나, 브라우저가 쿠키를 받지 않았을 수 있어요. "
            "제출된 것은 없으니 처음부터 다시 해 주세요.",
            "What you had begun is not here any more. A day has passed, or your browser takes no cookies. "
            "Nothing was sent; please begin again.",
            "入力途中の内容が見つかりません。1日が過ぎたか、ブラウザーがCookieを受け付けていない可能性があります。"
            "提出されたものはありませんので、最初からやり直してください。",
            "未找到您未完成的内容。可能已超过一天，或浏览器不接受Cookie。没有任何内容被提交，请重新开始。",
        ),
        "lost_kept": (
            "앞서 쓰신 내용은 하루가 지나 지워졌어요. 방금 답하신 것은 남겨 두었어요. 제출된 것은 없어요.",
            "What you wrote earlier was erased after a day. Your last answer has been kept. Nothing was sent.",
            "以前に入力された内容は1日が過ぎたため削除されました。今回のお答えは残っています。提出されたものはありません。",
            "之前填写的内容已满一天被删除，刚才的回答已保留。没有任何内容被提交。",
        ),
        "left": (
            "쓰시던 내용을 지웠어요. 제출된 것은 없어요.",
            "What you had begun has been erased. Nothing was sent.",
            "入力途中の内容を削除しました。提出されたものはありません。",
            "未完成的内容已删除，没有任何内容被提交。",
        ),
        "forget": (
            "함께 쓰는 컴퓨터라면 여기서 지우기",
            "On a shared computer: forget it here",
            "共用のパソコンではここで消す",
            "公用电脑请在此清除",
        ),
        "forgotten": (
            "이 브라우저에서 지웠어요. 보내신 답은 접수되어 있어요.",
            "This browser has forgotten it. What you sent has been received.",
            "このブラウザーから消しました。送られたお答えは受け付けています。",
            "已从此浏览器清除。您提交的回答已受理。",
        ),
        "next": ("다음", "Next", "次へ", "下一步"),
        "before": ("이전", "Back", "戻る", "上一步"),
        "to_review": ("확인 화면으로", "To the summary", "確認画面へ", "前往确认页"),
        "progress": (
            "{total}개 가운데 {place}번째",
            "{place} of {total}",
            "全{total}問中{place}問目",
            "共{total}项，第{place}项",
        ),
        "your_vote": ("고르신 답", "your answer", "選んだ答え", "您的回答"),
        "enough": ("여기까지만 할게요", "That is enough for me", "ここまでにする", "就到这里"),
        "rank_help": (
            "중요한 것부터 차례로 골라 주세요.",
            "Choose in order, the most important first.",
            "大切なものから順に選んでください。",
            "请从最重要的开始依次选择。",
        ),
        "rank_twice": (
            "한 가지를 두 번 고르셨어요. 한 번만 골라 주세요.",
            "One is chosen twice. Please choose each only once.",
            "同じものが2回選ばれています。1回だけ選んでください。",
            "有一项被选了两次，请只选一次。",
        ),
        "number_between": (
            "{low}부터 {high} 사이의 수로 써 주세요.",
            "Please write a number from {low} to {high}.",
            "{low}から{high}までの数で入力してください。",
            "请填写{low}到{high}之间的数字。",
        ),
        "number_wanted": ("숫자로 써 주세요.", "Please write a number.", "数字で入力してください。", "请填写数字。"),
        "found": ("이 부분이에요", "This part", "この部分です", "就是这一部分"),
        "erase_found": ("그 부분을 지우고 다음", "Remove it and go on", "その部分を消して次へ", "删除该部分并继续"),
        "keep_found": ("그대로 두고 다음", "Leave it and go on", "そのままにして次へ", "保持不变并继续"),
        "skip_about": ("답하지 않고 다음", "Skip", "答えずに次へ", "跳过"),
        "not_said": ("고르지 않음", "Not chosen", "選ばない", "不选"),
        "review": ("이대로 제출할까요?", "Ready to send?", "この内容で提出しますか？", "确认提交吗？"),
        "review_lead": (
            "고칠 곳이 있으면 ‘고치기’를 눌러 주세요. 제출해야 접수돼요.",
            "Choose “Change” to mend an answer. It is received only once you send it.",
            "直したいところは「直す」を押してください。提出すると受け付けられます。",
            "如需修改，请点击“修改”。提交后才会受理。",
        ),
        "change": ("고치기", "Change", "直す", "修改"),
        "left_out": ("답하지 않음", "Not answered", "回答なし", "未回答"),
        "votes_cast": (
            "{total}개 가운데 {n}개에 답함",
            "{n} of {total} answered",
            "{total}件中{n}件に回答",
            "{total}项中已回答{n}项",
        ),
        "blank": (
            "아직 답하신 것이 없어요. 하나라도 답하시면 제출할 수 있어요.",
            "Nothing is answered yet. One answer is enough to send.",
            "まだ回答がありません。1つでもお答えいただければ提出できます。",
            "还没有任何回答。至少回答一项即可提交。",
        ),
        "contact_row": ("연락처", "Contact details", "連絡先", "联系方式"),
        "contact_row_none": ("남기지 않음", "None left", "登録なし", "未填写"),
        "contact_row_kept": ("암호로 잠가 두었어요", "Locked", "暗号で保護済み", "已加密"),
        "contact_offer": (
            "답변을 직접 받고 싶으시면 남겨 주세요. 남기지 않아도 접수 페이지에서 답을 볼 수 있어요.",
            "Leave them if you would like the answer sent to you. Without them, the receipt's page shows it too.",
            "回答を直接受け取りたい場合はご登録ください。登録しなくても受付ページで回答をご覧になれます。",
            "如希望直接收到答复，请填写。不填写也可以在受理页面查看答复。",
        ),
        "contact_draft_remove": (
            "남기신 연락처를 바로 지워요.",
            "The details that you left are erased at once.",
            "登録された連絡先をすぐに削除します。",
            "立即删除您填写的联系方式。",
        ),
        "back_to_review": ("확인 화면으로 돌아가기", "Back to the summary", "確認画面に戻る", "返回确认页"),
        "leave": ("지우고 나가기", "Erase and leave", "消して終わる", "删除并退出"),
        "leave_title": (
            "쓰시던 내용을 지울까요?",
            "Erase what you have begun?",
            "入力途中の内容を消しますか？",
            "要删除未完成的内容吗？",
        ),
        "leave_lead": (
            "지우면 되돌릴 수 없어요. 아직 제출된 것은 없어요.",
            "This cannot be undone. Nothing has been sent yet.",
            "消すと元に戻せません。まだ提出されたものはありません。",
            "删除后无法恢复。目前没有任何内容被提交。",
        ),
        "leave_no": ("지우지 않고 계속하기", "Keep it and go on", "消さずに続ける", "不删除，继续"),
        "sent": (
            "고맙습니다. 잘 받았어요",
            "Thank you",
            "お答えを受け付けました",
            "谢谢，已收到",
        ),
        "sent_lead": (
            "보내 주신 답이 외교부에 도착했어요.",
            "Your answer has arrived at the Ministry.",
            "ありがとうございます。外交部に届きました。",
            "您的回答已送达外交部。",
        ),
        "receipt_open": ("내 접수 페이지 열기", "Open my receipt", "受付ページを開く", "打开我的受理页面"),
        "receipt_keep": (
            "이 주소를 저장해 두세요. 진행 상황을 보고, 언제든 철회할 수 있어요. "
            "이름이 없어서 다시 찾아 드릴 수 없어요.",
            "Keep this address. It shows what becomes of it, and you can withdraw there at any time. "
            "Without your name we cannot find it for you again.",
            "このアドレスを保存してください。経過の確認や取り下げがいつでもできます。匿名のため、後からお調べできません。",
            "请保存此网址，可随时查看进展或撤回。因为是匿名，我们无法再为您查找。",
        ),
        "so_far": ("지금까지의 결과", "The results so far", "これまでの結果", "目前的结果"),
        "so_far_lead": (
            "{day}까지 {n}명이 답했어요. 방금 보내신 답은 다음 집계에 들어가요.",
            "{n} people had answered by {day}. Yours joins the next count.",
            "{day}までに{n}人が答えました。今のお答えは次の集計に加わります。",
            "截至{day}共有{n}人作答。您刚才的回答将计入下次统计。",
        ),
        "so_far_few": (
            "10명이 참여하면 하루에 한 번 집계해서 결과를 보여 드려요.",
            "Results are shown from ten people on, counted once a day.",
            "10人が参加すると、1日1回集計して結果をお見せします。",
            "满10人参与后，每天统计一次并公布结果。",
        ),
        "yours": ("내 답", "Yours", "あなたの答え", "您的回答"),
        "elsewhere": ("다른 활동에 참여하기", "Take part in something else", "ほかの活動に参加する", "参与其他活动"),
        "to_list": ("참여할 수 있는 활동 보기", "See what is open", "参加できる活動を見る", "查看开放的活动"),
        "missing": ("찾으시는 활동이 없어요", "There is no such activity", "お探しの活動はありません", "没有此项活动"),
        "missing_lead": (
            "주소를 다시 확인해 주세요. 제출된 것은 없어요.",
            "Please check the address. Nothing was sent.",
            "アドレスをもう一度ご確認ください。提出されたものはありません。",
            "请核对网址。没有任何内容被提交。",
        ),
        "closed": ("참여 기간이 끝났어요", "This activity is over", "受付期間が終わりました", "参与时间已结束"),
        "closed_lead": (
            "{day}에 마감되어 더 받지 않아요. 제출하지 않으신 내용은 세지 않고, 하루가 지나면 지워져요.",
            "It closed on {day}. What you had not sent is not counted, and is erased after a day.",
            "{day}に締め切られました。提出されていない内容は数えず、1日後に削除されます。",
            "已于{day}截止。未提交的内容不计入，一天后删除。",
        ),
        "too_early": ("아직 열리지 않았어요", "Not open yet", "まだ始まっていません", "尚未开始"),
        "too_early_lead": (
            "{day}에 열려요. 그때 다시 찾아 주세요.",
            "It opens on {day}. Please come back then.",
            "{day}に始まります。その際にまたお越しください。",
            "将于{day}开始，届时欢迎参与。",
        ),
        "too_often": ("잠시 뒤에 다시 해 주세요", "Please wait a little", "しばらくお待ちください", "请稍后再试"),
        "too_often_lead": (
            "이 인터넷 연결에서 한꺼번에 너무 많이 보냈어요. 지금까지 쓰신 내용은 그대로 있어요. "
            "{n}분 뒤에 다시 눌러 주세요.",
            "Too much was sent from this internet connection at once. What you have written so far is kept. "
            "Try again in {n} min.",
            "このインターネット接続から一度に多くの送信がありました。これまでの入力は残っています。{n}分後にもう一度お試しください。",
            "此网络连接短时间内发送过多。您已填写的内容仍在，请{n}分钟后再试。",
        ),
        "refused": ("받을 수 없는 요청이에요", "This cannot be taken", "受け付けられません", "无法受理"),
        "refused_lead": (
            "이 포럼의 화면에서 보낸 것이 아니에요. 바뀐 것은 없어요. 활동을 다시 열어 주세요.",
            "It did not come from a page of this forum. Nothing was changed. Please open the activity again.",
            "このフォーラムの画面から送られたものではありません。変更はありません。活動をもう一度開いてください。",
            "该请求并非来自本论坛的页面，未作任何更改。请重新打开活动。",
        ),
        "too_much": ("글이 너무 길어요", "This is too long", "文章が長すぎます", "内容过长"),
        "too_much_lead": (
            "방금 쓰신 글은 받지 못했고, 그 앞의 답은 그대로 있어요. 이전 화면으로 돌아가 조금 줄여 주세요.",
            "Your last text was not taken; the answers before it are kept. Please go back and shorten it a little.",
            "今回の文章は受け取れませんでしたが、それまでの回答は残っています。前の画面に戻って少し短くしてください。",
            "刚才的文字未能接收，之前的回答仍在。请返回上一页适当缩短。",
        ),
    }
)
