<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="ko_KR">
<context>
    <name>ApologyScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>문제가 생겼지만 답은 저장되었어요</source>
        <translation>問題が起きましたが、答えは保存されました</translation>
    </message>
    <message>
        <source>답을 저장하지 못했어요</source>
        <translation>答えを保存できませんでした</translation>
    </message>
    <message>
        <source>걱정하지 않으셔도 돼요. 다시 제출하실 필요가 없어요.</source>
        <translation>ご安心ください。もう一度送る必要はありません。</translation>
    </message>
    <message>
        <source>쓰신 내용은 아직 여기에 있어요. 한 번 더 제출해 보시거나 안내 데스크에 말씀해 주세요.</source>
        <translation>入力した内容はまだここにあります。もう一度送るか、案内デスクにお声がけください。</translation>
    </message>
    <message>
        <source>죄송합니다. 처음부터 다시 해 주시거나 안내 데스크에 말씀해 주세요.</source>
        <translation>申し訳ありません。はじめからやり直すか、案内デスクにお声がけください。</translation>
    </message>
    <message>
        <source>직원용 코드: %1</source>
        <translation>係員用コード：%1</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>다시 제출하기</source>
        <translation>もう一度送る</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>ホーム</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>열린포럼</source>
        <translation>オープンフォーラム</translation>
    </message>
    <message>
        <source>오늘의 질문</source>
        <translation>今日の質問</translation>
    </message>
    <message>
        <source>외교에 대한 생각을 들려주세요</source>
        <translation>外交についてのお考えをお聞かせください</translation>
    </message>
    <message>
        <source>오늘 %1명이 참여했어요</source>
        <translation>今日は%1人が参加しました</translation>
    </message>
    <message>
        <source>여기를 누르면 시작해요</source>
        <translation>ここを押すと始まります</translation>
    </message>
    <message>
        <source>준비하고 있어요</source>
        <translation>準備しています</translation>
    </message>
    <message>
        <source>이전 언어</source>
        <translation>前の言語</translation>
    </message>
    <message>
        <source>다시 넘기기</source>
        <translation>再開する</translation>
    </message>
    <message>
        <source>멈추기</source>
        <translation>止める</translation>
    </message>
    <message>
        <source>다음 언어</source>
        <translation>次の言語</translation>
    </message>
    <message>
        <source>직원 도움</source>
        <translation>係員</translation>
    </message>
</context>
<context>
    <name>CautionScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>글에 개인정보가 들어 있는 것 같아요</source>
        <translation>文章に個人情報が含まれているようです</translation>
    </message>
    <message>
        <source>여러 사람이 읽는 글이니 지우시는 편이 안전해요. 그대로 두셔도 공개할 때에는 가려요.</source>
        <translation>複数の人が読む文章ですので、消していただくほうが安全です。残した場合も、公開するときは伏せます。</translation>
    </message>
    <message>
        <source>그대로 두기</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>직접 고치기</source>
        <translation>自分で直す</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>消す</translation>
    </message>
</context>
<context>
    <name>ChoiceScreen</name>
    <message>
        <source>%1개까지 고를 수 있어요.</source>
        <translation>%1つまで選べます。</translation>
    </message>
    <message>
        <source>여러 개를 고를 수 있어요.</source>
        <translation>いくつでも選べます。</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>직원을 불렀어요</source>
        <translation>スタッフを呼びました</translation>
    </message>
    <message>
        <source>직원 부르기</source>
        <translation>スタッフを呼ぶ</translation>
    </message>
</context>
<context>
    <name>ClosedWords</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>모두 답하지 않을게요</source>
        <translation>すべて答えない</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>確認に戻る</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>答えずに進む</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>ContactScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>여기에 써 주세요</source>
        <translation>ここに書いてください</translation>
    </message>
    <message>
        <source>해외 번호면 + 넣기</source>
        <translation>海外の番号は＋を付ける</translation>
    </message>
    <message>
        <source>골뱅이표 넣기</source>
        <translation>アットマークを入れる</translation>
    </message>
    <message>
        <source>연락처를 남기지 않을게요</source>
        <translation>連絡先を残さない</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>연락처 잠그고 다음</source>
        <translation>連絡先を保護して次へ</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>答えずに進む</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>HandoffScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>휴대전화로 이어서 하세요</source>
        <translation>スマートフォンで続けられます</translation>
    </message>
    <message>
        <source>여기서 마쳐 주세요</source>
        <translation>こちらで最後までお願いします</translation>
    </message>
    <message>
        <source>휴대전화 카메라로 찍으면 지금까지 쓰신 그대로 이어져요.</source>
        <translation>スマートフォンのカメラで読み取ると、ここまでの内容のまま続けられます。</translation>
    </message>
    <message>
        <source>코드는 암호로 잠겨 있어서 다른 사람이 찍어도 읽을 수 없고, 외교부만 열 수 있어요.</source>
        <translation>コードは暗号で保護されていて、他の人が読み取っても内容は見られません。開けるのは外交部だけです。</translation>
    </message>
    <message>
        <source>남기신 연락처는 함께 가지 않아요. 휴대전화에서 다시 적어 주세요.</source>
        <translation>連絡先は一緒に移りません。スマートフォンでもう一度ご入力ください。</translation>
    </message>
    <message>
        <source>쓰신 글이 길어서 휴대전화가 읽을 수 있는 코드에 다 담기지 않아요. 쓰신 내용은 그대로 있으니 여기서 계속해 주세요.</source>
        <translation>文章が長いため、スマートフォンで読み取れるコードに収まりません。内容はそのまま残っていますので、こちらで続けてください。</translation>
    </message>
    <message>
        <source>이 방문을 휴대전화로 옮기는 QR 코드</source>
        <translation>この内容をスマートフォンに移すQRコード</translation>
    </message>
    <message>
        <source>휴대전화로 옮겼어요. 여기는 지우기</source>
        <translation>移しました。ここは消す</translation>
    </message>
    <message>
        <source>여기서 계속하기</source>
        <translation>ここで続ける</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>무엇에 참여하시겠어요?</source>
        <translation>何に参加しますか？</translation>
    </message>
    <message>
        <source>누구나 참여할 수 있어요. 이름은 묻지 않아요.</source>
        <translation>どなたでも参加できます。お名前は伺いません。</translation>
    </message>
    <message>
        <source>진행 중</source>
        <translation>実施中</translation>
    </message>
    <message>
        <source>다른 분들은 어떻게 답했을까요?</source>
        <translation>ほかの方はどう答えたでしょうか？</translation>
    </message>
    <message>
        <source>결과 보기</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>보기만 해요</source>
        <translation>見るだけ</translation>
    </message>
    <message>
        <source>이렇게 반영되었습니다</source>
        <translation>ご意見はこう生かされました</translation>
    </message>
    <message>
        <source>지난 제안</source>
        <translation>これまでのご提案</translation>
    </message>
</context>
<context>
    <name>IntroScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>%1 걸려요. 질문은 %2개쯤이에요.</source>
        <translation>所要時間は%1、質問は%2問ほどです。</translation>
    </message>
    <message>
        <source>%1 걸려요.</source>
        <translation>所要時間は%1です。</translation>
    </message>
    <message>
        <source>공모 기간: %1</source>
        <translation>募集期間：%1</translation>
    </message>
    <message>
        <source>참여 기간: %1</source>
        <translation>参加期間：%1</translation>
    </message>
    <message>
        <source>결과 발표일: %1</source>
        <translation>結果発表日：%1</translation>
    </message>
    <message>
        <source>이런 점을 알아 두세요</source>
        <translation>ご確認ください</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>本日</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>시작하기</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>다른 활동 보기</source>
        <translation>ほかの活動を見る</translation>
    </message>
</context>
<context>
    <name>ListSheet</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>열린포럼</source>
        <translation>オープンフォーラム</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>ホーム</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>화면 설정</source>
        <translation>画面設定</translation>
    </message>
    <message>
        <source>직원 도움</source>
        <translation>係員</translation>
    </message>
    <message>
        <source>처음 오셨나요? 새로 시작</source>
        <translation>はじめての方は、はじめから</translation>
    </message>
    <message>
        <source>새로 시작</source>
        <translation>最初から</translation>
    </message>
    <message>
        <source>휴대전화로 이어서</source>
        <translation>スマホで続ける</translation>
    </message>
    <message>
        <source>휴대전화로</source>
        <translation>スマホで続ける</translation>
    </message>
</context>
<context>
    <name>NoteScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>%1부터 %2까지 적을 수 있어요.</source>
        <translation>%1から%2までの数字を入力できます。</translation>
    </message>
    <message>
        <source>영보다 작은 수</source>
        <translation>ゼロより小さい数</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>숫자를 눌러 주세요</source>
        <translation>数字を押してください</translation>
    </message>
    <message>
        <source>%1부터 %2까지의 숫자로 적어 주세요.</source>
        <translation>%1から%2までの数字を入力してください。</translation>
    </message>
    <message>
        <source>%1이거나 더 큰 숫자로 적어 주세요.</source>
        <translation>%1以上の数字を入力してください。</translation>
    </message>
    <message>
        <source>%1이거나 더 작은 숫자로 적어 주세요.</source>
        <translation>%1以下の数字を入力してください。</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>지금은 이 화면을 쓸 수 없어요</source>
        <translation>ただいまこの画面は使えません</translation>
    </message>
    <message>
        <source>먼저 남겨 주신 의견은 안전하게 보관되어 있어요. 안내 데스크에 말씀해 주시면 도와드릴게요.</source>
        <translation>これまでにいただいたご意見は安全に保管されています。案内デスクにお声がけください。お手伝いします。</translation>
    </message>
    <message>
        <source>직원용 코드: %1</source>
        <translation>係員用コード：%1</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>係員を呼びました</translation>
    </message>
    <message>
        <source>직원 부르기</source>
        <translation>係員を呼ぶ</translation>
    </message>
</context>
<context>
    <name>OutcomesScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>이렇게 반영되었습니다</source>
        <translation>ご意見はこう生かされました</translation>
    </message>
    <message>
        <source>이렇게 말씀해 주셨어요</source>
        <translation>いただいたご意見</translation>
    </message>
    <message>
        <source>이렇게 바뀌었어요</source>
        <translation>変わったこと</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>참여하러 가기</source>
        <translation>参加する</translation>
    </message>
</context>
<context>
    <name>QuestionFrame</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>RankingScreen</name>
    <message>
        <source>중요한 순서대로 %1개를 눌러 주세요. 다시 누르면 빠져요.</source>
        <translation>大切な順に%1つ押してください。もう一度押すと外れます。</translation>
    </message>
    <message>
        <source>중요한 순서대로 눌러 주세요. 다시 누르면 빠져요.</source>
        <translation>大切な順に押してください。もう一度押すと外れます。</translation>
    </message>
</context>
<context>
    <name>ResultsScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>잘 접수되었어요. 접수번호 %1</source>
        <translation>受け付けました。受付番号 %1</translation>
    </message>
    <message>
        <source>지금까지 %1명이 답했어요. %2명이 되면 결과를 보여 드려요. 누가 어떻게 답했는지 알 수 없게 하려는 거예요.</source>
        <translation>これまでに%1人が答えました。%2人になると結果を表示します。だれがどう答えたか分からないようにするためです。</translation>
    </message>
    <message>
        <source>%1명</source>
        <translation>%1人</translation>
    </message>
    <message>
        <source>내 답</source>
        <translation>私の答え</translation>
    </message>
    <message>
        <source>지금까지 이 화면에서 %1명이 답했어요. 뽑힌 사람에게 물은 표본조사가 아니라서, 온 국민의 생각이라고 할 수는 없어요.</source>
        <translation>これまでにこの画面で%1人が答えました。標本調査ではないため、国民全体の考えを表すものではありません。</translation>
    </message>
    <message>
        <source>가렸어요</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>%1명 미만인 답은 가렸어요. 그 수를 짐작하게 하는 답도 함께 가려서, 누가 어떻게 답했는지 알 수 없게 했어요.</source>
        <translation>%1人未満の回答は表示しません。その数が推測できる回答も合わせて伏せ、誰がどう答えたか分からないようにしています。</translation>
    </message>
    <message>
        <source>이전 결과</source>
        <translation>前の結果</translation>
    </message>
    <message>
        <source>다음 결과</source>
        <translation>次の結果</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>접수증 받기</source>
        <translation>受付証を受け取る</translation>
    </message>
    <message>
        <source>참여하러 가기</source>
        <translation>参加する</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>이대로 제출할까요?</source>
        <translation>この内容で送りますか？</translation>
    </message>
    <message>
        <source>고치고 싶은 답을 누르면 바로 바꿀 수 있어요.</source>
        <translation>直したい答えを押すと、すぐに変えられます。</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>고치기</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>저장하고 있어요…</source>
        <translation>保存しています…</translation>
    </message>
    <message>
        <source>제출하기</source>
        <translation>送る</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>언어를 골라 주세요</source>
        <translation>言語を選んでください</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>화면을 보기 편하게 바꿔 보세요</source>
        <translation>画面を見やすくできます</translation>
    </message>
    <message>
        <source>다 됐어요</source>
        <translation>これでよい</translation>
    </message>
    <message>
        <source>큰 글씨</source>
        <translation>大きな文字</translation>
    </message>
    <message>
        <source>선명한 화면</source>
        <translation>くっきりした画面</translation>
    </message>
    <message>
        <source>움직임 줄이기</source>
        <translation>動きを減らす</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>係員を呼びました</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요. 급하시면 안내 데스크에 말씀해 주세요. 쓰시던 내용은 그대로 있어요.</source>
        <translation>少々お待ちください。お急ぎの場合は案内デスクにお声がけください。入力中の内容はそのまま残っています。</translation>
    </message>
    <message>
        <source>계속하기</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>새로 시작할까요?</source>
        <translation>はじめからにしますか？</translation>
    </message>
    <message>
        <source>아직 제출하지 않은 내용은 모두 지워져요.</source>
        <translation>まだ送っていない内容はすべて消えます。</translation>
    </message>
    <message>
        <source>지우고 새로 시작</source>
        <translation>消してはじめから</translation>
    </message>
    <message>
        <source>처음 화면으로 갈까요?</source>
        <translation>最初の画面に戻りますか？</translation>
    </message>
    <message>
        <source>이 카드를 그만둘까요?</source>
        <translation>このカードの入力をやめますか？</translation>
    </message>
    <message>
        <source>이 활동에서 고르거나 쓰신 내용은 지워져요.</source>
        <translation>この活動で選んだり書いたりした内容は消えます。</translation>
    </message>
    <message>
        <source>이 카드에서 옮겨 적은 내용은 지워져요. 이미 저장한 카드는 그대로예요.</source>
        <translation>このカードから入力した内容は消えます。保存済みのカードはそのままです。</translation>
    </message>
    <message>
        <source>지우고 처음으로</source>
        <translation>消して最初の画面へ</translation>
    </message>
    <message>
        <source>지우고 그만두기</source>
        <translation>消してやめる</translation>
    </message>
    <message>
        <source>방금 제출하신 것을 취소할까요?</source>
        <translation>先ほどの提出を取り消しますか？</translation>
    </message>
    <message>
        <source>쓰신 내용을 이 기계에서 지워요. 지운 뒤에는 되돌릴 수 없어요.</source>
        <translation>入力された内容をこの機械から消します。消した後は元に戻せません。</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>취소하고 지우기</source>
        <translation>取り消して消す</translation>
    </message>
    <message>
        <source>아직 계신가요?</source>
        <translation>まだいらっしゃいますか？</translation>
    </message>
    <message>
        <source>시간이 지나면 다음 분을 위해 쓰시던 내용을 지워요.</source>
        <translation>時間が過ぎると、次の方のために入力内容を消します。</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>続けます</translation>
    </message>
    <message>
        <source>그만할게요</source>
        <translation>終わります</translation>
    </message>
</context>
<context>
    <name>StaffCardsScreen</name>
    <message>
        <source>방금 카드 취소 (%1초 안에)</source>
        <translation>今のカードを取り消す（%1秒以内）</translation>
    </message>
    <message>
        <source>어떤 카드인가요? 오늘 입력한 카드: %1장</source>
        <translation>どのカードですか？ 今日入力：%1枚</translation>
    </message>
    <message>
        <source>하루 전</source>
        <translation>前の日</translation>
    </message>
    <message>
        <source>하루 뒤</source>
        <translation>次の日</translation>
    </message>
</context>
<context>
    <name>StaffContentScreen</name>
    <message>
        <source>USB에서 콘텐츠 설치</source>
        <translation>USBからコンテンツを入れる</translation>
    </message>
    <message>
        <source>활동 열고 닫기</source>
        <translation>活動を開く・閉じる</translation>
    </message>
    <message>
        <source>열림</source>
        <translation>公開中</translation>
    </message>
    <message>
        <source>닫음</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>기간 밖</source>
        <translation>期間外</translation>
    </message>
    <message>
        <source>지금 쓰는 콘텐츠</source>
        <translation>使用中のコンテンツ</translation>
    </message>
    <message>
        <source>이전 판으로 (%1)</source>
        <translation>前の版へ（%1）</translation>
    </message>
</context>
<context>
    <name>StaffDone</name>
    <message>
        <source>되돌리기</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>StaffEntryScreen</name>
    <message>
        <source>들어가기</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>아직 계정이 없어요. 이 컴퓨터의 명령줄에서 만들어 주세요: forum-staff account add 이름 --role manager</source>
        <translation>There is no account yet. Make one on this computer&apos;s command line: forum-staff account add NAME --role manager</translation>
    </message>
    <message>
        <source>누구세요?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>여러 번 틀렸어요. %1초 뒤에 다시 할 수 있어요.</source>
        <translation>Wrong too often. You can try again in %1 seconds.</translation>
    </message>
    <message>
        <source>PIN이 맞지 않아요. 다시 눌러 주세요.</source>
        <translation>That is not the PIN. Please try again.</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>StaffExportScreen</name>
    <message>
        <source>그만두기</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>언제</source>
        <translation>When</translation>
    </message>
    <message>
        <source>어디에</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>USB를 꽂아 주세요. 꽂으면 여기에 나타나요.</source>
        <translation>Plug in a USB stick. It then appears here.</translation>
    </message>
    <message>
        <source>무엇을</source>
        <translation>What</translation>
    </message>
    <message>
        <source>집계를 엑셀(XLSX), 표(CSV), 문서(PDF), 기계용(JSON) 파일로, 서명과 함께 담아요. 이름과 연락처, 쓰신 글은 들어가지 않아요.</source>
        <translation>The tally as workbook (XLSX), table (CSV), document (PDF) and for machines (JSON), signed. No names, no contact, nothing that visitors wrote.</translation>
    </message>
</context>
<context>
    <name>StaffFrame</name>
    <message>
        <source>직원 화면</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>보통 크기</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>크게</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>보통 색</source>
        <translation>Normal colours</translation>
    </message>
    <message>
        <source>선명하게</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>나가기</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
</context>
<context>
    <name>StaffInstallScreen</name>
    <message>
        <source>다른 파일 보기</source>
        <translation>別のファイルを見る</translation>
    </message>
    <message>
        <source>설치하지 않고 돌아가기</source>
        <translation>入れずに戻る</translation>
    </message>
    <message>
        <source>받아들이고 설치</source>
        <translation>承認して入れる</translation>
    </message>
    <message>
        <source>이 USB에는 콘텐츠 파일(.yaml)이 없어요. 맨 위 폴더나 그 아래 폴더에 넣어 다시 꽂아 주세요.</source>
        <translation>このUSBにはコンテンツのファイル（.yaml）がありません。一番上か、そのすぐ下のフォルダーに入れて、もう一度差してください。</translation>
    </message>
    <message>
        <source>USB를 꽂아 주세요. 꽂으면 여기에 나타나요.</source>
        <translation>USBを差してください。差すとここに表示されます。</translation>
    </message>
    <message>
        <source>USB에 있는 콘텐츠</source>
        <translation>USBにあるコンテンツ</translation>
    </message>
    <message>
        <source>잘못된 곳</source>
        <translation>誤りの箇所</translation>
    </message>
    <message>
        <source>받아들이면 이렇게 돼요</source>
        <translation>承認するとこうなります</translation>
    </message>
    <message>
        <source>새 활동: %1</source>
        <translation>新しい活動：%1</translation>
    </message>
    <message>
        <source>없어지는 활동: %1</source>
        <translation>なくなる活動：%1</translation>
    </message>
    <message>
        <source>바뀜: %1</source>
        <translation>変更：%1</translation>
    </message>
    <message>
        <source>이미 받은 의견은 그대로 남아요. 다음 방문자부터 새 콘텐츠가 보이고, 언제든 되돌릴 수 있어요.</source>
        <translation>受け付けた意見はそのまま残ります。次の来場者から新しいコンテンツが表示され、いつでも元に戻せます。</translation>
    </message>
</context>
<context>
    <name>StaffMachineScreen</name>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>보내고 있어요</source>
        <translation>Uploading</translation>
    </message>
    <message>
        <source>지금 보내기</source>
        <translation>Upload now</translation>
    </message>
    <message>
        <source>앱 다시 시작</source>
        <translation>Restart the app</translation>
    </message>
    <message>
        <source>방문자에게</source>
        <translation>For visitors</translation>
    </message>
    <message>
        <source>운영을 멈추면 방문자에게 네 언어로 이렇게 보여요.</source>
        <translation>While out of service, visitors see this in four languages.</translation>
    </message>
    <message>
        <source>지금 보이는 글: %1</source>
        <translation>表示中の文：%1</translation>
    </message>
</context>
<context>
    <name>StaffMessageScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>やめて戻る</translation>
    </message>
    <message>
        <source>운영을 멈추고 이 글 보이기</source>
        <translation>停止してこの文を表示</translation>
    </message>
    <message>
        <source>방문자에게 보일 글</source>
        <translation>来訪者に見せる文</translation>
    </message>
    <message>
        <source>예: 오후 2시에 다시 열어요</source>
        <translation>例：午後2時に再開します</translation>
    </message>
    <message>
        <source>쓴 그대로 보여요. 다른 말을 쓰는 분께는 아래 문장이 그 언어로 함께 보여요.</source>
        <translation>書いたとおりに表示されます。ほかの言語の方には、下の文がその言語で一緒に表示されます。</translation>
    </message>
    <message>
        <source>방문자가 보는 화면</source>
        <translation>来訪者が見る画面</translation>
    </message>
</context>
<context>
    <name>StaffNameScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>やめて戻る</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>예: 지수</source>
        <translation>例：jisu</translation>
    </message>
    <message>
        <source>무엇을 맡나요?</source>
        <translation>何を担当しますか？</translation>
    </message>
</context>
<context>
    <name>StaffPeopleScreen</name>
    <message>
        <source>계정 더하기</source>
        <translation>アカウントを追加</translation>
    </message>
    <message>
        <source>PIN 바꾸기</source>
        <translation>PINを変える</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 지울까요?</source>
        <translation>「%1」のアカウントを削除しますか？</translation>
    </message>
    <message>
        <source>이 계정으로는 더 들어올 수 없어요. 그동안 한 일의 기록은 남아요.</source>
        <translation>このアカウントでは入れなくなります。これまでの記録は残ります。</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>このままにする</translation>
    </message>
</context>
<context>
    <name>StaffPinScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>やめて戻る</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>‘%1’의 새 PIN을 한 번 더 눌러 주세요</source>
        <translation>「%1」の新しいPINをもう一度押してください</translation>
    </message>
    <message>
        <source>‘%1’의 새 PIN을 눌러 주세요(숫자 6~12자리)</source>
        <translation>「%1」の新しいPINを押してください（数字6～12桁）</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>StaffSettingsScreen</name>
    <message>
        <source>바꾼 설정 저장</source>
        <translation>変更を保存</translation>
    </message>
    <message>
        <source>여는 시간</source>
        <translation>開館時間</translation>
    </message>
    <message>
        <source>여는 시간 밖에는 화면 끄기</source>
        <translation>開館時間外は画面を消す</translation>
    </message>
    <message>
        <source>꺼진 화면은 누르면 2분 동안 켜지고, 참여하고 있는 방문은 끊지 않아요. 기본값: 늘 켜 둠</source>
        <translation>消えた画面は触れると2分間つきます。参加中の方は途中で切れません。初期値：常にオン</translation>
    </message>
    <message>
        <source>켬</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>끔</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>시각은 서울 시각이에요.</source>
        <translation>時刻はソウル時間です。</translation>
    </message>
    <message>
        <source>이날은 하루 내내 화면이 꺼져 있어요.</source>
        <translation>この日は一日中画面が消えています。</translation>
    </message>
    <message>
        <source>바꾼 것은 저장한 뒤부터 써요. 저장하지 않고 나가면 바꾸기 전 그대로예요.</source>
        <translation>変更は保存してから有効になります。保存せずに離れると、変更前のままです。</translation>
    </message>
    <message>
        <source>이날 열어요</source>
        <translation>この日に開く</translation>
    </message>
    <message>
        <source>쉼</source>
        <translation>休み</translation>
    </message>
    <message>
        <source>열림</source>
        <translation>公開中</translation>
    </message>
    <message>
        <source>%1에 열고</source>
        <translation>%1に開き</translation>
    </message>
    <message>
        <source>%1에 닫아요</source>
        <translation>%1に閉じます</translation>
    </message>
    <message>
        <source>%1분 일찍</source>
        <translation>%1分早く</translation>
    </message>
    <message>
        <source>%1분 늦게</source>
        <translation>%1分遅く</translation>
    </message>
    <message>
        <source>월~금 모두 이렇게</source>
        <translation>月～金を同じに</translation>
    </message>
    <message>
        <source>매일 이렇게</source>
        <translation>毎日同じに</translation>
    </message>
    <message>
        <source>마감할 때 쓰는 집계 파일</source>
        <translation>終了時に書き出す集計ファイル</translation>
    </message>
    <message>
        <source>남겨 두는 백업</source>
        <translation>残しておくバックアップ</translation>
    </message>
    <message>
        <source>적게</source>
        <translation>減らす</translation>
    </message>
    <message>
        <source>많게</source>
        <translation>増やす</translation>
    </message>
</context>
<context>
    <name>StaffTestsScreen</name>
    <message>
        <source>화면을 모두 보았어요. 점이나 줄이 보였다면 관리자에게 알려 주세요.</source>
        <translation>The whole screen was shown. If you saw dots or lines, tell the manager.</translation>
    </message>
    <message>
        <source>화면의 모든 자리가 손가락을 알아차렸어요.</source>
        <translation>Every place of the screen felt the finger.</translation>
    </message>
    <message>
        <source>알아차리지 못한 자리: %1곳. 닦아 보고 그대로면 관리자에게 알려 주세요.</source>
        <translation>Places that felt nothing: %1. Wipe the glass; if it stays so, tell the manager.</translation>
    </message>
    <message>
        <source>소리를 냈어요. 들리지 않으면 음량과 연결을 봐 주세요.</source>
        <translation>A tone was played. If you heard nothing, look at volume and cable.</translation>
    </message>
    <message>
        <source>소리를 낼 장치가 없어요. 스피커 연결을 봐 주세요.</source>
        <translation>There is nothing to play a tone on. Look at the loudspeaker&apos;s cable.</translation>
    </message>
    <message>
        <source>화면</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>색을 하나씩 화면 가득 보여요. 누르면 다음 색이에요.</source>
        <translation>One colour after another over the whole screen. A touch shows the next.</translation>
    </message>
    <message>
        <source>터치</source>
        <translation>Touch</translation>
    </message>
    <message>
        <source>화면의 모든 칸을 손가락으로 문질러 채워요.</source>
        <translation>Rub every field of the screen with a finger.</translation>
    </message>
    <message>
        <source>소리</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>1초 동안 소리를 내요.</source>
        <translation>Plays a tone of one second.</translation>
    </message>
    <message>
        <source>다음 색</source>
        <translation>Next colour</translation>
    </message>
    <message>
        <source>끝내기 (%1칸 남음)</source>
        <translation>End (%1 left)</translation>
    </message>
    <message>
        <source>시작하기</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>StaffTodayScreen</name>
    <message>
        <source>오늘 집계를 USB로 내보내기</source>
        <translation>Export today&apos;s tally to USB</translation>
    </message>
    <message>
        <source>제출했어요</source>
        <translation>submitted</translation>
    </message>
    <message>
        <source>하다가 그만뒀어요</source>
        <translation>gave up half-way</translation>
    </message>
    <message>
        <source>휴대전화로 이어 갔어요</source>
        <translation>went on at the phone</translation>
    </message>
    <message>
        <source>걸린 시간(가운데값)</source>
        <translation>time taken (median)</translation>
    </message>
    <message>
        <source>시간대</source>
        <translation>By hour</translation>
    </message>
    <message>
        <source>활동</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>그만둔 자리</source>
        <translation>Where visits were given up</translation>
    </message>
    <message>
        <source>제출</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>제출하지 않음</source>
        <translation>Not submitted</translation>
    </message>
</context>
<context>
    <name>StatementsScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>다른 분이 남긴 생각이에요</source>
        <translation>ほかの方の考えです</translation>
    </message>
    <message>
        <source>동의해요</source>
        <translation>同意します</translation>
    </message>
    <message>
        <source>동의하지 않아요</source>
        <translation>同意しません</translation>
    </message>
    <message>
        <source>잘 모르겠어요</source>
        <translation>よくわかりません</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>確認に戻る</translation>
    </message>
    <message>
        <source>여기까지 할게요</source>
        <translation>ここまでにします</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>答えずに進む</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>이전</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>確認に戻る</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>答えずに進む</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>TextScreen</name>
    <message>
        <source>여기에 써 주세요</source>
        <translation>ここに書いてください</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>위로</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>고맙습니다. 잘 접수되었어요.</source>
        <translation>ありがとうございます。受け付けました。</translation>
    </message>
    <message>
        <source>담당 부서가 읽고 정책을 만들 때 참고해요.</source>
        <translation>担当部署が読み、政策づくりの参考にします。</translation>
    </message>
    <message>
        <source>담당 부서가 살펴보고, 접수한 날부터 한 달 안에 채택할지 정해요.</source>
        <translation>担当部署が検討し、受付の日から1か月以内に採否を決めます。</translation>
    </message>
    <message>
        <source>행사 때 진행자에게 전해 드려요.</source>
        <translation>行事の進行役にお伝えします。</translation>
    </message>
    <message>
        <source>사업 담당자에게 전해 드려요.</source>
        <translation>事業の担当者にお伝えします。</translation>
    </message>
    <message>
        <source>담당 부서가 읽고, 남기신 연락처로 답변을 드려요.</source>
        <translation>担当部署が読み、いただいた連絡先に回答します。</translation>
    </message>
    <message>
        <source>공모가 끝난 뒤 한 달 안에 심사해서 채택할지 정해요.</source>
        <translation>募集の締め切りから1か月以内に審査し、採否を決めます。</translation>
    </message>
    <message>
        <source>제출을 취소했어요.</source>
        <translation>提出を取り消しました。</translation>
    </message>
    <message>
        <source>휴대전화로 QR 코드를 찍으면 어떻게 되었는지 볼 수 있어요.</source>
        <translation>スマートフォンでQRコードを読み取ると、その後の様子が見られます。</translation>
    </message>
    <message>
        <source>나중에 물어보실 때 이 접수번호를 알려 주세요.</source>
        <translation>あとでお問い合わせの際は、この受付番号をお伝えください。</translation>
    </message>
    <message>
        <source>쓰신 내용은 이 기계에서 지웠고, 결과에도 세지 않아요.</source>
        <translation>入力された内容はこの機械から消し、結果にも数えません。</translation>
    </message>
    <message>
        <source>외교부로 이미 보내졌다면 거기에서도 지우도록 알려요. 이 접수번호는 ‘취소됨’으로 남아요.</source>
        <translation>すでに外交部に送られていた場合は、そちらでも消すよう伝えます。この受付番号は「取り消し済み」として残ります。</translation>
    </message>
    <message>
        <source>접수번호</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>접수</source>
        <translation>受付</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>내 접수증을 여는 QR 코드</source>
        <translation>受付証を開くQRコード</translation>
    </message>
    <message>
        <source>마치기 (%1초)</source>
        <translation>終わる（%1秒）</translation>
    </message>
    <message>
        <source>방금 제출 취소 (%1초 안에)</source>
        <translation>提出を取り消す（あと%1秒）</translation>
    </message>
    <message>
        <source>다른 활동도 하기</source>
        <translation>ほかの活動にも参加する</translation>
    </message>
    <message>
        <source>마치기 (%1초 뒤 자동으로)</source>
        <translation>終わる（%1秒後に自動で）</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message>
        <source>안내</source>
        <translation>attendant</translation>
    </message>
    <message>
        <source>관리</source>
        <translation>manager</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>USB로</source>
        <translation>To USB</translation>
    </message>
    <message>
        <source>접수카드</source>
        <translation>受付カード</translation>
    </message>
    <message>
        <source>콘텐츠</source>
        <translation>コンテンツ</translation>
    </message>
    <message>
        <source>계정</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>설정</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>기기</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>점검</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>어제</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>최근 7일</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>이번 달</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>나이대</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>사는 곳</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>성별</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>답변을 받을지</source>
        <translation>Whether to get an answer</translation>
    </message>
    <message>
        <source>만 14세인지</source>
        <translation>Whether 14 or over</translation>
    </message>
    <message>
        <source>개인정보 동의</source>
        <translation>Consent to privacy</translation>
    </message>
    <message>
        <source>의견과 연결 동의</source>
        <translation>Consent to link with the opinion</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>전화번호</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>이메일</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>제출 전 확인</source>
        <translation>Check before submitting</translation>
    </message>
    <message>
        <source>저장 실패</source>
        <translation>Could not be saved</translation>
    </message>
    <message>
        <source>세고 있어요</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>표(CSV)를 만들고 있어요</source>
        <translation>Making the table (CSV)</translation>
    </message>
    <message>
        <source>기계용 파일(JSON)을 만들고 있어요</source>
        <translation>Making the file for machines (JSON)</translation>
    </message>
    <message>
        <source>엑셀 파일을 만들고 있어요</source>
        <translation>Making the workbook</translation>
    </message>
    <message>
        <source>PDF를 조판하고 있어요. 가장 오래 걸려요</source>
        <translation>Typesetting the PDF, which takes longest</translation>
    </message>
    <message>
        <source>USB에 쓰고 있어요. 빼지 마세요</source>
        <translation>Writing to the stick. Do not pull it out</translation>
    </message>
    <message>
        <source>USB가 빠졌거나 쓸 수 없어요. 쓰다 만 파일은 다음 번에 지워져요. 다시 꽂고 한 번 더 내보내 주세요.</source>
        <translation>The stick was pulled out or cannot be written. What is half-written is removed by the next export. Plug it in again and export once more.</translation>
    </message>
    <message>
        <source>쓰기가 막힌 USB예요. 아무것도 바꾸지 않았어요. 잠금을 풀거나 다른 USB를 꽂아 주세요.</source>
        <translation>The stick is write-protected. Nothing was changed. Release its lock, or plug in another one.</translation>
    </message>
    <message>
        <source>USB에서 다시 읽은 내용이 달라요. 아무것도 남기지 않았어요. 다른 USB를 꽂아 주세요.</source>
        <translation>What was read back from the stick differs. Nothing was left on it. Plug in another one.</translation>
    </message>
    <message>
        <source>내보내기를 그만두었어요. USB에는 아무것도 남지 않았어요.</source>
        <translation>The export was stopped. Nothing is left on the stick.</translation>
    </message>
    <message>
        <source>보내기를 기다려요</source>
        <translation>Waiting to be uploaded</translation>
    </message>
    <message>
        <source>부처가 마지막으로 확인함</source>
        <translation>Last signed receipt</translation>
    </message>
    <message>
        <source>마지막으로 보내 봄</source>
        <translation>Last try to upload</translation>
    </message>
    <message>
        <source>여기에 보관함</source>
        <translation>Kept here</translation>
    </message>
    <message>
        <source>디스크 남은 자리</source>
        <translation>Disk free</translation>
    </message>
    <message>
        <source>시계</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>온도</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>오늘 직원을 부름</source>
        <translation>Calls for staff today</translation>
    </message>
    <message>
        <source>전송이 멈췄어요(관리자에게 알려 주세요)</source>
        <translation>Uploading has stopped (tell a manager)</translation>
    </message>
    <message>
        <source>격리됨(관리자에게 알려 주세요)</source>
        <translation>In quarantine (tell the manager)</translation>
    </message>
    <message>
        <source>저장소를 복구함(관리자에게 알려 주세요)</source>
        <translation>The store was mended (tell the manager)</translation>
    </message>
    <message>
        <source>키오스크</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>부처에 같은 이름의 다른 기록이 있어요</source>
        <translation>The ministry holds other records under this name</translation>
    </message>
    <message>
        <source>부처가 이 키오스크를 받지 않아요</source>
        <translation>The ministry does not take this kiosk</translation>
    </message>
    <message>
        <source>인터넷으로 맞춤</source>
        <translation>set by the network</translation>
    </message>
    <message>
        <source>맞추지 못함</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>맞췄는지 알 수 없음</source>
        <translation>source unknown</translation>
    </message>
    <message>
        <source>앱을 다시 시작해요.</source>
        <translation>The app starts anew.</translation>
    </message>
    <message>
        <source>운영을 멈췄어요. 나가면 방문자에게 안내가 보여요.</source>
        <translation>Out of service. When you leave, visitors see the message.</translation>
    </message>
    <message>
        <source>다시 운영해요. 나가면 방문자를 맞아요.</source>
        <translation>In service again. When you leave, visitors are welcome.</translation>
    </message>
    <message>
        <source>잠시 뒤에 다시 열어요</source>
        <translation>まもなく再開します</translation>
    </message>
    <message>
        <source>점검하고 있어요</source>
        <translation>点検中です</translation>
    </message>
    <message>
        <source>오늘은 마쳤어요</source>
        <translation>本日は終了しました</translation>
    </message>
    <message>
        <source>옆 키오스크를 이용해 주세요</source>
        <translation>隣の端末をご利用ください</translation>
    </message>
    <message>
        <source>조금만 기다려 주세요. 급하시면 안내 데스크에 말씀해 주세요.</source>
        <translation>少々お待ちください。お急ぎの方は案内デスクまでお声がけください。</translation>
    </message>
    <message>
        <source>불편을 드려 죄송해요. 의견은 안내 데스크의 접수카드로도 받아요.</source>
        <translation>ご不便をおかけして申し訳ございません。ご意見は案内デスクの受付カードでも承ります。</translation>
    </message>
    <message>
        <source>함께해 주셔서 고마워요. 다음에 또 들러 주세요.</source>
        <translation>ご参加ありがとうございました。またお立ち寄りください。</translation>
    </message>
    <message>
        <source>이 화면은 지금 쉬고 있어요. 옆에서 똑같이 참여하실 수 있어요.</source>
        <translation>この画面はただいまお休みしています。隣でも同じようにご参加いただけます。</translation>
    </message>
    <message>
        <source>%1시</source>
        <translation>%1:00</translation>
    </message>
    <message>
        <source>%1초</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1분 %2초</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 남음</source>
        <translation>残り%1</translation>
    </message>
    <message>
        <source>USB에 자리가 모자라요(%1 필요, %2 남음). 아무것도 남기지 않았어요. 다른 USB를 꽂아 주세요.</source>
        <translation>Not enough room on the stick (%1 needed, %2 free). Nothing was left on it. Plug in another one.</translation>
    </message>
    <message>
        <source>하지 못했어요. 저장된 의견은 그대로예요.</source>
        <translation>It could not be done. What is stored is as it was.</translation>
    </message>
    <message>
        <source>“%1”의 %2 폴더에 %3건을 저장했어요. 이제 USB를 빼셔도 돼요.</source>
        <translation>%3 submissions are in the folder %2 on “%1”. You can take the stick out now.</translation>
    </message>
    <message>
        <source>이 키오스크는 아직 등록되지 않아 서명은 없어요.</source>
        <translation>This kiosk is not enrolled yet, so nothing is signed.</translation>
    </message>
    <message>
        <source>%1건</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>아직 없음</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>%1, 다음은 %2</source>
        <translation>%1, next %2</translation>
    </message>
    <message>
        <source>알 수 없음</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1번, 마지막 %2</source>
        <translation>%1, last %2</translation>
    </message>
    <message>
        <source>아직 등록되지 않음</source>
        <translation>not enrolled yet</translation>
    </message>
    <message>
        <source>%1건을 보냈어요. %2건이 남았어요.</source>
        <translation>%1 submissions were uploaded; %2 wait.</translation>
    </message>
    <message>
        <source>보내지 못했어요. 의견은 그대로 있고, 저절로 다시 보내요.</source>
        <translation>It could not be uploaded. Nothing is lost, and it is tried again by itself.</translation>
    </message>
    <message>
        <source>접수카드 · %1</source>
        <translation>受付カード · %1</translation>
    </message>
    <message>
        <source>‘%1’ 카드를 저장했어요. 카드에 적어 둘 접수번호: %2</source>
        <translation>「%1」のカードを保存しました。受付番号 %2 をカードに書いてください。</translation>
    </message>
    <message>
        <source>접수번호 %1 카드를 취소했어요. 적은 내용은 지웠고 세지 않아요.</source>
        <translation>受付番号 %1 のカードを取り消しました。入力した内容は消し、数えません。</translation>
    </message>
    <message>
        <source>직접 쓰기</source>
        <translation>自分で書く</translation>
    </message>
    <message>
        <source>운영해요</source>
        <translation>In service</translation>
    </message>
    <message>
        <source>지금은 이 화면을 쓸 수 없어요. 궁금하신 점은 안내 데스크에 말씀해 주세요.</source>
        <translation>ただいまこの画面はご利用いただけません。ご不明な点は案内デスクでお尋ねください。</translation>
    </message>
    <message>
        <source>새로 생겨요</source>
        <translation>新しく加わります</translation>
    </message>
    <message>
        <source>없어져요</source>
        <translation>なくなります</translation>
    </message>
    <message>
        <source>바뀌어요</source>
        <translation>変わります</translation>
    </message>
    <message>
        <source>말이 바뀌어요</source>
        <translation>言葉が変わります</translation>
    </message>
    <message>
        <source>순서가 바뀌어요</source>
        <translation>順番が変わります</translation>
    </message>
    <message>
        <source>질문</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>보기</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>주제</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>반영된 제안</source>
        <translation>反映された提案</translation>
    </message>
    <message>
        <source>활동</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>제목</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>여는 날</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>닫는 날</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>결과 발표일</source>
        <translation>結果発表日</translation>
    </message>
    <message>
        <source>걸리는 시간(분)</source>
        <translation>所要時間（分）</translation>
    </message>
    <message>
        <source>꼭 답해야 하는지</source>
        <translation>回答が必須か</translation>
    </message>
    <message>
        <source>묻는 조건</source>
        <translation>質問する条件</translation>
    </message>
    <message>
        <source>받는 조건</source>
        <translation>受け付ける条件</translation>
    </message>
    <message>
        <source>행사 순서</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>묻는 방법</source>
        <translation>質問の形式</translation>
    </message>
    <message>
        <source>지금 쓰고 있는 것과 같아요. 설치할 것이 없어요.</source>
        <translation>今使っているものと同じです。入れるものはありません。</translation>
    </message>
    <message>
        <source>파일을 읽지 못했어요. 아무것도 바꾸지 않았어요. USB를 다시 꽂아 주세요.</source>
        <translation>ファイルを読めませんでした。何も変えていません。USBを差し直してください。</translation>
    </message>
    <message>
        <source>여기에는 더 새로운 %1판이 있어요. 아무것도 바꾸지 않았어요. 옛 판을 쓰려면 앞 화면에서 되돌려 주세요.</source>
        <translation>ここにはより新しい第%1版があります。何も変えていません。古い版を使うには、前の画面で戻してください。</translation>
    </message>
    <message>
        <source>%1판이 이미 있는데 내용이 달라요. 아무것도 바꾸지 않았어요. 만든 사람에게 판 번호를 올려 달라고 해 주세요.</source>
        <translation>第%1版がすでにあり、内容が異なります。何も変えていません。作成者に版の番号を上げるよう頼んでください。</translation>
    </message>
    <message>
        <source>활동 %2이(가) 다른 묶음(%1)에 이미 있어요. 아무것도 바꾸지 않았어요. 만든 사람에게 이 화면을 보여 주세요.</source>
        <translation>活動 %2 は別のパック（%1）にすでにあります。何も変えていません。作成者にこの画面を見せてください。</translation>
    </message>
    <message>
        <source>콘텐츠 파일에 잘못된 곳이 있어요. 아무것도 바꾸지 않았어요. 만든 사람에게 아래 내용을 보여 주세요.</source>
        <translation>コンテンツのファイルに誤りがあります。何も変えていません。作成者に下の内容を見せてください。</translation>
    </message>
    <message>
        <source>‘%1’ 활동을 닫았어요. 다음 방문자부터 참여할 수 없어요.</source>
        <translation>「%1」を閉じました。次の来場者から参加できません。</translation>
    </message>
    <message>
        <source>‘%1’ 활동을 열었어요. 정해진 기간에 참여할 수 있어요.</source>
        <translation>「%1」を開きました。決められた期間に参加できます。</translation>
    </message>
    <message>
        <source>‘%1’ %2판을 설치했어요. 다음 방문자부터 보여요.</source>
        <translation>「%1」第%2版を入れました。次の来場者から表示されます。</translation>
    </message>
    <message>
        <source>‘%1’을(를) %2판으로 되돌렸어요. 다음 방문자부터 보여요.</source>
        <translation>「%1」を第%2版に戻しました。次の来場者から表示されます。</translation>
    </message>
    <message>
        <source>%1부터</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>%1까지</source>
        <translation>%1まで</translation>
    </message>
    <message>
        <source>기간 없이 늘</source>
        <translation>期間なし</translation>
    </message>
    <message>
        <source>닫아 두었어요</source>
        <translation>停止中です</translation>
    </message>
    <message>
        <source>참여할 수 있어요</source>
        <translation>参加できます</translation>
    </message>
    <message>
        <source>%1판</source>
        <translation>第%1版</translation>
    </message>
    <message>
        <source>%1판 · 활동 %2개 · %3에 설치</source>
        <translation>第%1版 · 活動%2件 · %3に導入</translation>
    </message>
    <message>
        <source>%1판에서 되돌림</source>
        <translation>第%1版から戻した</translation>
    </message>
    <message>
        <source>%1번째 줄</source>
        <translation>%1行目</translation>
    </message>
    <message>
        <source>그 밖에</source>
        <translation>そのほか</translation>
    </message>
    <message>
        <source>그리고 %1가지 더</source>
        <translation>ほかに%1件</translation>
    </message>
    <message>
        <source>이름은 한글, 영문 소문자, 숫자로 16자까지예요. 고쳐 주세요.</source>
        <translation>名前はハングル、英小文字、数字で16文字までです。直してください。</translation>
    </message>
    <message>
        <source>같은 이름의 계정이 이미 있어요. 다른 이름을 써 주세요.</source>
        <translation>同じ名前のアカウントがすでにあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>PIN은 숫자 6~12자리예요. 다시 눌러 주세요.</source>
        <translation>PINは数字6～12桁です。もう一度押してください。</translation>
    </message>
    <message>
        <source>누구나 먼저 눌러 볼 PIN이에요(같은 숫자, 이어지는 숫자, 되풀이). 다른 숫자로 정해 주세요.</source>
        <translation>誰でも最初に試すPINです（同じ数字、連番、繰り返し）。別の数字にしてください。</translation>
    </message>
    <message>
        <source>두 번 누른 PIN이 달라요. 처음부터 다시 눌러 주세요.</source>
        <translation>2回押したPINが違います。最初からやり直してください。</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 만들었어요.</source>
        <translation>「%1」のアカウントを作りました。</translation>
    </message>
    <message>
        <source>‘%1’ 계정의 PIN을 바꾸었어요.</source>
        <translation>「%1」のPINを変えました。</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 지웠어요. 그동안 한 일의 기록은 남아 있어요.</source>
        <translation>「%1」のアカウントを削除しました。これまでの記録は残っています。</translation>
    </message>
    <message>
        <source>집계, 접수카드, 운영 멈춤, 기기 점검</source>
        <translation>集計、受付カード、停止、点検</translation>
    </message>
    <message>
        <source>안내의 모든 일과 콘텐츠, 계정, 설정</source>
        <translation>案内のすべてと、コンテンツ、アカウント、設定</translation>
    </message>
    <message>
        <source>%1에 만듦</source>
        <translation>%1に作成</translation>
    </message>
    <message>
        <source>나</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>틀린 PIN %1번</source>
        <translation>PINの誤り%1回</translation>
    </message>
    <message>
        <source>월요일</source>
        <translation>月曜日</translation>
    </message>
    <message>
        <source>화요일</source>
        <translation>火曜日</translation>
    </message>
    <message>
        <source>수요일</source>
        <translation>水曜日</translation>
    </message>
    <message>
        <source>목요일</source>
        <translation>木曜日</translation>
    </message>
    <message>
        <source>금요일</source>
        <translation>金曜日</translation>
    </message>
    <message>
        <source>토요일</source>
        <translation>土曜日</translation>
    </message>
    <message>
        <source>일요일</source>
        <translation>日曜日</translation>
    </message>
    <message>
        <source>CSV 표</source>
        <translation>CSV表</translation>
    </message>
    <message>
        <source>JSON(기계용)</source>
        <translation>JSON（機械用）</translation>
    </message>
    <message>
        <source>엑셀</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF 보고서</source>
        <translation>PDF報告書</translation>
    </message>
    <message>
        <source>설정을 저장했어요. 지금부터 이대로예요.</source>
        <translation>設定を保存しました。今からこのとおりになります。</translation>
    </message>
    <message>
        <source>바꾸기 전의 설정으로 되돌렸어요.</source>
        <translation>変更前の設定に戻しました。</translation>
    </message>
    <message>
        <source>쉼</source>
        <translation>休み</translation>
    </message>
    <message>
        <source>기본값: %1</source>
        <translation>初期値：%1</translation>
    </message>
    <message>
        <source>%1개</source>
        <translation>%1個</translation>
    </message>
    <message>
        <source>기본값: %1개. 그보다 오래된 백업은 마감할 때 지워요.</source>
        <translation>初期値：%1個。それより古いバックアップは終了時に消します。</translation>
    </message>
    <message>
        <source>설정 파일을 읽거나 쓰지 못했어요. 파일은 그대로예요. 관리하는 사람에게 다음 내용을 알려 주세요.</source>
        <translation>設定ファイルを読み書きできませんでした。ファイルはそのままです。次の内容を管理者にお伝えください。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>빠른 투표</source>
        <translation>かんたん投票</translation>
    </message>
    <message>
        <source>의견 남기기</source>
        <translation>意見を残す</translation>
    </message>
    <message>
        <source>정책 제안</source>
        <translation>政策提案</translation>
    </message>
    <message>
        <source>정책 공모</source>
        <translation>政策公募</translation>
    </message>
    <message>
        <source>설문</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>생각 나누기</source>
        <translation>考えを分かち合う</translation>
    </message>
    <message>
        <source>열린포럼·세미나</source>
        <translation>フォーラム・セミナー</translation>
    </message>
    <message>
        <source>국민참여사업</source>
        <translation>国民参加事業</translation>
    </message>
    <message>
        <source>동의</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>동의하지 않음</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>잘 모르겠음</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>주민등록번호처럼 보여요</source>
        <translation>住民登録番号のようです</translation>
    </message>
    <message>
        <source>여권번호처럼 보여요</source>
        <translation>パスポート番号のようです</translation>
    </message>
    <message>
        <source>전화번호처럼 보여요</source>
        <translation>電話番号のようです</translation>
    </message>
    <message>
        <source>이메일 주소처럼 보여요</source>
        <translation>メールアドレスのようです</translation>
    </message>
    <message>
        <source>네, 연락처를 남길게요</source>
        <translation>はい、連絡先を残します</translation>
    </message>
    <message>
        <source>아니요, 이름 없이 제출할게요</source>
        <translation>いいえ、匿名で提出します</translation>
    </message>
    <message>
        <source>네, 잠가 둔 연락처를 함께 보낼게요</source>
        <translation>はい、保護した連絡先を一緒に送ります</translation>
    </message>
    <message>
        <source>연락처를 지우고 다시 쓸게요</source>
        <translation>連絡先を消して書き直します</translation>
    </message>
    <message>
        <source>네, 만 14세 이상이에요</source>
        <translation>はい、満14歳以上です</translation>
    </message>
    <message>
        <source>아니요, 만 14세 미만이에요</source>
        <translation>いいえ、満14歳未満です</translation>
    </message>
    <message>
        <source>답변을 받고 싶으세요?</source>
        <translation>回答を希望されますか？</translation>
    </message>
    <message>
        <source>남기지 않으셔도 똑같이 접수돼요. 연락처는 답변을 드릴 때만 써요.</source>
        <translation>連絡先がなくても同じように受け付けます。連絡先は回答のためだけに使います。</translation>
    </message>
    <message>
        <source>만 14세 이상이신가요?</source>
        <translation>満14歳以上ですか？</translation>
    </message>
    <message>
        <source>만 14세가 안 된 분의 연락처는 받지 않기로 정해져 있어요.</source>
        <translation>満14歳未満の方の連絡先はお預かりしないことになっています。</translation>
    </message>
    <message>
        <source>답하지 않음</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>이 답은 받을 수 없어요. 다르게 답해 주세요.</source>
        <translation>この回答は受け付けられません。別の回答をお願いします。</translation>
    </message>
    <message>
        <source>연락처</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>암호로 잠가 두었어요. 담당자만 볼 수 있어요.</source>
        <translation>暗号で保護しました。担当者だけが見られます。</translation>
    </message>
    <message>
        <source>남기지 않음</source>
        <translation>残さない</translation>
    </message>
    <message>
        <source>%1부터 %2까지</source>
        <translation>%1から%2まで</translation>
    </message>
    <message>
        <source>M월 d일</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>yyyy년 M월 d일</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>M월 d일 dddd</source>
        <translation>M月d日（dddd）</translation>
    </message>
    <message>
        <source>ko_KR</source>
        <translation>ja_JP</translation>
    </message>
    <message>
        <source>약 %1초</source>
        <translation>約%1秒</translation>
    </message>
    <message>
        <source>약 %1분</source>
        <translation>約%1分</translation>
    </message>
    <message>
        <source>%1에 시작해요</source>
        <translation>%1に始まります</translation>
    </message>
    <message>
        <source>마감되었어요</source>
        <translation>締め切りました</translation>
    </message>
    <message>
        <source>%1에 마감되었어요</source>
        <translation>%1に締め切りました</translation>
    </message>
</context>
</TS>
